"""Stories of the night: read from inboxes, told apart from their versions, named, profiled."""
