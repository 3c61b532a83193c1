"""What a night leaves for its readers: pages, files, and for how long they are kept."""
