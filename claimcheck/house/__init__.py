"""A newsroom's own ways: what it has configured, and what its editors have decided."""
