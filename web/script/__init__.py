"""What Streamlit runs, in a folder of its own: it takes a `pages` folder beside it for a menu."""
