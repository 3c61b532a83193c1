"""Settings of the property tests: no deadlines, which a busy machine would miss; in CI the same examples each time."""

import os

from hypothesis import settings

settings.register_profile("claimcheck", deadline=None, max_examples=200, derandomize=bool(os.environ.get("CI")))
settings.load_profile("claimcheck")
