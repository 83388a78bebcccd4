"""Of sentences of our own, most claims are found, and hardly one that is not there."""

from tests.prose.corpus import score


def test_most_claims_of_the_corpus_are_found() -> None:
    result = score()
    assert result.recall > 0.92, "\n".join(result.missed)


def test_hardly_a_claim_is_read_that_the_corpus_does_not_make() -> None:
    result = score()
    assert result.precision > 0.96, "\n".join(result.extra)
