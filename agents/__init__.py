"""The door for agents: the graph's questions as read-only tools. Alone in importing `mcp`."""
