"""What the night writes on: files and folders that are whole or not there, locks, results of a killed run."""
