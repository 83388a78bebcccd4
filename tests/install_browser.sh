#!/bin/sh
# Make sure a Chromium is there for the browser tests: the system's own, else from apt when we may.
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium through apt for the browser tests" >&2
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit $?
fi
echo "No Chromium found; install it (for example: sudo apt-get install chromium), then run make test again." >&2
exit 1
