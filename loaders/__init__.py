"""Bytes into records: one source, one file, one public function."""
