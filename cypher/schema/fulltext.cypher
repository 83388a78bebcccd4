// Nothing here: only a server engine makes its full-text indexes over Bolt.
