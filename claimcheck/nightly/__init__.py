"""The nightly run (``run``): stories of the inboxes, grouped into events, compared, reported and kept in an archive.

``here`` does the work on one machine, ``partitions`` on a cluster; ``staging`` leads to and from the archive.
"""
