"""Adding a document: choose a file, see what it would bring, then have it written."""

from typing import Final

import streamlit as st

from graph.engine.store import Store
from graph.errors import GutgraphError
from graph.model.document import Document
from graph.settings import Settings
from graph.write.writer import DocumentReport
from loaders.base import Source
from loaders.preview import Preview, Stated, compared, preview
from web.loading import Work, adding
from web.markup import Markup, element, joined, name_of
from web.pages.rejects import rejected_rows
from web.pages.sheet import section, trouble
from web.pages.working import begin, busy
from web.uploads import document_name, require_size
from web.words import amount, capital

_TURN: Final = "upload-turn"
_PREVIEW: Final = "upload-preview"
_STATEMENTS: Final = 5
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
        disabled=busy(),
    )
    if file is None or busy():
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
    """Follow a change; a file looked at before it is dropped, as its outcome may be another now."""
    begin(work)
    _drop()


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
