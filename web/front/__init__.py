"""What comes before the pages: the one page a browser loads, dressed in the theme it asks for."""

from web.front.routes import front_routes

__all__ = ["front_routes"]
