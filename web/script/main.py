"""The script that Streamlit runs at each visit and act: choose the page, show it."""

import os

import streamlit as st

from graph.settings import Settings
from web import visits
from web.pages.about import about
from web.pages.claims import claims
from web.pages.explore import explore
from web.pages.frame import frame
from web.pages.look import look, theme_button
from web.pages.paths import paths
from web.pages.query import query
from web.pages.reading import reading
from web.pages.snapshots import snapshots
from web.pages.sources import sources
from web.pages.stories import stories
from web.rights import may_write
from web.visits import drop_trail

settings = Settings.read()
own = may_write(settings, os.environ)
frame()
look()
turned: bool  # known once the page is
first = st.Page(
    lambda: explore(settings, own=own), title="Explore", url_path="explore", default=True
)
page = st.navigation(
    [
        first,
        st.Page(lambda: claims(settings), title="Claims", url_path="claims"),
        st.Page(lambda: paths(settings), title="Paths", url_path="paths"),
        st.Page(
            lambda: query(settings, first, own=own, turned=turned), title="Query", url_path="query"
        ),
        st.Page(lambda: snapshots(settings, own=own), title="Snapshots", url_path="snapshots"),
        st.Page(lambda: stories(settings, own=own), title="Stories", url_path="stories"),
        st.Page(lambda: sources(settings, own=own), title="Sources", url_path="sources"),
        st.Page(
            lambda: reading(settings), title="Reading", url_path="reading", visibility="hidden"
        ),
        st.Page(lambda: about(settings, own=own), title="About", url_path="about"),
    ],
    position="top",
)
turned = visits.turned_to(page.url_path)
if page.url_path:  # Explore, which is the default, has the button among its own
    drop_trail()
    theme_button()
page.run()
