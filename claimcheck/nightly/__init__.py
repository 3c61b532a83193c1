"""The night's run: many outlets' stories in, events and what is disputed about them out, kept in an archive."""
