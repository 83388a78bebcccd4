"""A change of the graph under way: how far it is, and then what became of it."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import streamlit as st

from graph.ask.listing import stated
from graph.engine.store import Store
from graph.model.claim import Claim
from graph.model.narrowing import Narrowing
from graph.write.forget import ForgetReport
from loaders.report import LoadedInput
from web.leads import canvas_link, claims_link, reading_link
from web.loading import Work
from web.markup import Markup, element, joined, name_of
from web.pages.rejects import rejected_rows
from web.pages.sheet import trouble
from web.words import amount

_WORK: Final = "work"
_LEADS: Final = "work-leads"
_EVERY: Final = 0.4  # seconds between two looks at a change under way
_NAMED: Final = 5  # documents of an export of thousands
_EXPLORED: Final = 15  # claims of a new document that the canvas opens with


def begin(work: Work) -> None:
    """Follow a change from here on; the page says how far it is, and what became of it."""
    st.session_state[_WORK] = work


def busy() -> bool:
    """Say whether a change of this visit is under way."""
    work: Work | None = st.session_state.get(_WORK)
    return work is not None and not work.ended


def follow(store: Store) -> None:
    """Show the change under way, or what became of the last one."""
    work: Work | None = st.session_state.get(_WORK)
    if work is None:
        return
    if work.ended:
        _told(work, store)
        return

    @st.fragment(run_every=_EVERY)
    def progress() -> None:
        if work.ended:
            st.rerun()
        st.html(_under_way(work))

    progress()


def _under_way(work: Work) -> Markup:
    doing = f"{work.doing} "
    if work.waiting_for:
        said = f"Waiting for {work.waiting_for}, who is writing to this graph."
    else:
        said = f"{work.records:,} records written" if work.records else "Beginning"
    bar = element(
        "div",
        element("span", style=f"width: {work.share:.0%}"),
        class_="bar" if work.share else "bar unknown",
        role="progressbar",
        aria_label=doing + work.name,
        aria_valuenow=f"{100 * work.share:.0f}" if work.share else None,
    )
    head = element("p", element("strong", doing, name_of(work.name)))
    return element(
        "div", head, bar, element("p", said, class_="quiet"), class_="work", role="status"
    )


def _told(work: Work, store: Store) -> None:
    """Say what became of a change, until the next one."""
    outcome = work.outcome
    if isinstance(outcome, ForgetReport):
        st.html(_forgotten(outcome))
    elif isinstance(outcome, LoadedInput) and outcome.error is None:
        st.html(_added(outcome, _leads(work, outcome, store)))
        if outcome.rejected:
            with st.expander(f"{amount(outcome.rejected, 'row')} were not loaded"):
                st.html(rejected_rows(outcome.rejects))
        if outcome.trouble:
            trouble(outcome.trouble)
    else:
        refused = outcome.error if isinstance(outcome, LoadedInput) else work.error
        trouble(str(refused or "It failed; what happened stands in the dashboard's terminal."))


def _leads(work: Work, outcome: LoadedInput, store: Store) -> Mapping[str, str]:
    """Lead to each document's claims on the canvas; asked once, not at each look at the page."""
    kept = st.session_state.get(_LEADS)
    if kept is None or kept[0] is not work:
        named = [one.document for one in outcome.documents[:_NAMED]]
        kept = (work, {one: _canvas(store, one) for one in named})
        st.session_state[_LEADS] = kept
    leads: Mapping[str, str] = kept[1]
    return leads


def _added(outcome: LoadedInput, leads: Mapping[str, str]) -> Markup:
    lines = []
    for report in outcome.documents[:_NAMED]:
        words = {"unchanged": "is there already, unchanged", "replaced": "has a new version"}
        said = words.get(report.outcome, "is in the graph")
        links = [
            element("a", "Read it", href=reading_link(report.document)),
            element("a", "Its claims", href=claims_link(report.document)),
        ]
        if lead := leads[report.document]:
            links.append(element("a", "Explore it", href=lead))
        lines.append(
            element(
                "p",
                element("strong", name_of(report.document)),
                f" {said}: {amount(report.evidence, 'statement')}, "
                f"{amount(report.mentions, 'entity', 'entities')} named. ",
                *(joined(link, " ") for link in links),
            )
        )
    more = len(outcome.documents) - _NAMED
    if more > 0:
        lines.append(element("p", f"and {amount(more, 'more document')}", class_="quiet"))
    return element("div", *lines, class_="note done", role="status")


def _canvas(store: Store, document: str) -> str:
    """Lead to the canvas with claims about what the document speaks of most; "" for none."""
    claims = [Claim.from_id(id_) for id_ in sorted(stated(store, Narrowing(documents=(document,))))]
    often = Counter(end for one in claims for end in (one.subject, one.object))
    claims.sort(key=lambda one: -often[one.subject] - often[one.object])
    ends = [end for one in claims[:_EXPLORED] for end in (one.subject, one.object)]
    return canvas_link(ends) if ends else ""


def _forgotten(outcome: ForgetReport) -> Markup:
    went = (
        f" is forgotten: {amount(outcome.evidence, 'statement')}, "
        f"{amount(outcome.claims, 'claim')} and {amount(outcome.entities, 'entity', 'entities')} "
        "went with it."
    )
    text = element("p", element("strong", name_of(outcome.document)), went)
    return element("div", text, class_="note done", role="status")
