from __future__ import annotations

import subprocess
import sys

from claimcheck.figures.lexicon import lexicon
from claimcheck.figures.lexicon.compile import TARGET, compile_lexicon


def test_recompiling_gives_the_same_bytes() -> None:
    assert compile_lexicon().encode() == TARGET.read_bytes()


def test_quantulum_is_not_needed_at_run_time() -> None:
    code = (
        "import sys; from claimcheck import Document; from claimcheck.figures import read_figures;"
        "read_figures(Document('a', '5 km')); assert 'quantulum3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_form_names_a_unit() -> None:
    known = lexicon()
    for forms in (known.words, known.symbols, known.prefixes):
        assert len(forms) > 9
        assert all(unit.name in known.units for unit in forms.values())
