"""The terminal's door (commands follow)."""


def main() -> None:
    """Run the command line."""
