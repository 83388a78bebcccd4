"""The door for terminals: `gutgraph COMMAND`. The commands stand in `terminal/`."""

import sys


def main() -> None:
    """Run a command; an error is one sentence on standard error and an exit code.

    Exit codes: 0 done, 1 some input refused, 2 wrong call, 3 store not reachable.
    """
    # Imported here: Streamlit imports this module only to find pyproject.toml beside it.
    from graph.errors import GutgraphError  # noqa: PLC0415
    from terminal.app import app  # noqa: PLC0415

    try:
        app()
    except GutgraphError as error:
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
