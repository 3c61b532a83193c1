"""Events of the night: made of stories, named, looked into, summed up."""
