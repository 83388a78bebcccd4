"""Adding a document: choose a file, see what it would bring, then write it."""

from typing import Final

import streamlit as st

from graph.ask.listed_claim import Sheet
from graph.ask.listing import listed_claims
from graph.engine.store import Store
from graph.errors import GutgraphError
from graph.model.document import Document
from graph.model.narrowing import Narrowing
from graph.settings import Settings
from graph.write.forget import ForgetReport
from graph.write.writer import DocumentReport
from loaders.base import Source
from loaders.preview import Preview, Stated, compared, preview
from loaders.report import LoadedInput
from web.leads import canvas_link, claims_link, reading_link
from web.loading import Work, adding
from web.markup import Markup, element, joined, name_of
from web.pages.rejects import rejected_rows
from web.pages.sheet import section, trouble
from web.uploads import document_name, require_size
from web.words import amount, capital

_WORK: Final = "work"
_TURN: Final = "upload-turn"
_PREVIEW: Final = "upload-preview"
_EVERY: Final = 0.4  # seconds between two looks at a change under way
_STATEMENTS: Final = 5
_EXPLORED: Final = 15  # claims of a new document that the canvas opens with
_OUTCOMES: Final = {
    "loaded": "new",
    "replaced": "takes the place of the version that is there",
    "unchanged": "is there already, unchanged",
}


def add_document(settings: Settings, store: Store, *, own: bool) -> None:
    """Offer to add a document; one that was chosen is read first, and written on a word."""
    section(
        "Add a document",
        "Text, Markdown, a table of claims or an export. It is read first, then written.",
    )
    file = st.file_uploader(
        "File to add",
        key=f"upload-{st.session_state.get(_TURN, 0)}",
        max_upload_size=settings.upload_mb,
        label_visibility="collapsed",
        disabled=_busy(),
    )
    if file is None or _busy():
        return
    try:
        name = document_name(file.name)
        require_size(name, file.size, settings)
        read = _read(file.file_id, Source.of(name, file.getvalue()), store)
    except GutgraphError as error:
        trouble(str(error))
        return
    _offer(read, name, file.getvalue(), settings, own=own)


def start(work: Work) -> None:
    """Follow a change from here on; the page says how far it is, and what became of it."""
    st.session_state[_WORK] = work
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_PREVIEW, None)


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


def _busy() -> bool:
    work: Work | None = st.session_state.get(_WORK)
    return work is not None and not work.ended


def _read(file_id: str, source: Source, store: Store) -> Preview:
    """Read an upload once, however often the page is shown."""
    kept = st.session_state.get(_PREVIEW)
    if kept is None or kept[0] != file_id:
        with st.spinner("Reading the file"):
            kept = (file_id, compared(preview(source), store))
        st.session_state[_PREVIEW] = kept
    read: Preview = kept[1]
    if read.report.error is not None:
        raise read.report.error
    return read


def _offer(read: Preview, name: str, data: bytes, settings: Settings, *, own: bool) -> None:
    outcomes = {one.outcome for one in read.report.documents}
    with st.container(key="preview", border=True):
        st.html(_shown(read))
        if read.report.rejected:
            with st.expander(f"{amount(read.report.rejected, 'row')} would not be loaded"):
                st.html(rejected_rows(read.report.rejects))
        if outcomes == {"unchanged"}:
            st.text("All of it is in the graph already, unchanged: there is nothing to add.")
        with st.container(horizontal=True):
            if outcomes != {"unchanged"}:
                records = sum(one.records for one in read.report.documents)
                st.button(
                    "Add to the graph",
                    type="primary",
                    on_click=lambda: start(adding(settings, name, data, records, own=own)),
                )
            st.button("Cancel", on_click=_drop)


def _drop() -> None:
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_PREVIEW, None)


def _shown(read: Preview) -> Markup:
    version = read.documents[0].loader_version if read.documents else ""
    by_id = {one.id: one for one in read.documents}
    documents = [
        _document(by_id[report.document], report)  # type: ignore[index]
        for report in read.report.documents[:_STATEMENTS]
    ]
    more = len(read.report.documents) - _STATEMENTS
    if more > 0:
        documents.append(element("p", f"and {amount(more, 'more document')}", class_="quiet"))
    stated = [_stated(one) for one in read.statements[:_STATEMENTS]]
    return joined(
        element("h3", "What it would bring"),
        element(
            "p",
            f"Read by {read.loader} {version}: {amount(read.claims, 'claim')} about "
            f"{amount(read.entities, 'entity', 'entities')}.",
            class_="quiet",
        ),
        *documents,
        *([element("h4", "Its first statements"), *stated] if stated else []),
    )


def _document(document: Document, report: DocumentReport) -> Markup:
    counted = (
        (report.evidence, "statement", ""),
        (report.assertions, "database assertion", ""),
        (report.mentions, "entity named", "entities named"),
        (report.definitions, "entity defined", "entities defined"),
        (report.citations, "citation", ""),
    )
    said = " · ".join(amount(number, one, many) for number, one, many in counted if number)
    return element(
        "article",
        element(
            "p",
            element("strong", name_of(document.title or document.id)),
            element("span", _OUTCOMES.get(report.outcome, report.outcome), class_="tag"),
            class_="title",
        ),
        element("p", said or "nothing that a claim could be made of", class_="facts"),
        element("p", name_of(document.id, 80), class_="quiet"),
        class_="document",
    )


def _stated(one: Stated) -> Markup:
    certainty = element("span", one.certainty, class_="tag")
    against = "against: " if one.stance == "refutes" else ""
    return element(
        "div",
        element("p", element("bdi", capital(against + one.words)), certainty),
        *([element("blockquote", name_of(one.quote, 400))] if one.quote else []),
        class_=f"stated {one.stance}",
    )


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
        st.html(_added(outcome, store))
        if outcome.rejected:
            with st.expander(f"{amount(outcome.rejected, 'row')} were not loaded"):
                st.html(rejected_rows(outcome.rejects))
    else:
        refused = outcome.error if isinstance(outcome, LoadedInput) else work.error
        trouble(str(refused or "It failed; what happened stands in the dashboard's terminal."))


def _added(outcome: LoadedInput, store: Store) -> Markup:
    lines = []
    for report in outcome.documents:
        words = {"unchanged": "is there already, unchanged", "replaced": "has a new version"}
        said = words.get(report.outcome, "is in the graph")
        links = [
            element("a", "Read it", href=reading_link(report.document)),
            element("a", "Its claims", href=claims_link(report.document)),
            element("a", "Explore it", href=_canvas(store, report.document)),
        ]
        lines.append(
            element(
                "p",
                element("strong", name_of(report.document)),
                f" {said}: {amount(report.evidence, 'statement')}, "
                f"{amount(report.mentions, 'entity', 'entities')} named. ",
                *(joined(link, " ") for link in links),
            )
        )
    return element("div", *lines, class_="note done", role="status")


def _canvas(store: Store, document: str) -> str:
    """Lead to the canvas with what the document's strongest claims are about."""
    sheet = Sheet(limit=_EXPLORED)
    rows = listed_claims(store, Narrowing(documents=(document,)), sheet).rows
    return canvas_link(end.id for row in rows for end in (row.subject, row.object))


def _forgotten(outcome: ForgetReport) -> Markup:
    went = (
        f" is forgotten: {amount(outcome.evidence, 'statement')}, "
        f"{amount(outcome.claims, 'claim')} and {amount(outcome.entities, 'entity', 'entities')} "
        "went with it."
    )
    text = element("p", element("strong", name_of(outcome.document)), went)
    return element("div", text, class_="note done", role="status")
