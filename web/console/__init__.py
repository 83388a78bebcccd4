"""The console: what a tab of it keeps, how a query is asked, and what is made of its answer."""
