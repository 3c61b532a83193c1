"""Settings of the property tests: no deadlines, which a busy machine would miss."""

from hypothesis import settings

settings.register_profile("claimcheck", deadline=None, max_examples=200)
settings.load_profile("claimcheck")
