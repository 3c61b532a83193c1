"""A night on a cluster: all its steps over parts of the stories, which workers deal out to each other by keys."""
