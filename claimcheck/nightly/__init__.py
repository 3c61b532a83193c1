"""The night's run: all outlets' stories, grouped into events and compared."""
