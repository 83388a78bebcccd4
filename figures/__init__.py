"""A subgraph to bytes: layout, geometry, style, then one pen per format."""
