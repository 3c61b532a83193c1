"""The version of the program, in the one place that the build reads too."""

__version__ = "0.1.0"
