"""Who gives a verdict where nobody is named: the login of whoever runs the process."""

import getpass
import os


def login_name() -> str:
    """Name the user who runs this; a container's user may have a number alone."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else ""
