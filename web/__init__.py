"""The dashboard: pages, the canvas, HTTP routes and who may enter. It asks; it writes no Cypher."""
