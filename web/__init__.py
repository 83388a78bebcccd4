"""The dashboard: pages, canvas, routes, security."""
