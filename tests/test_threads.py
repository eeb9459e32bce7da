"""How the program sets up the threads of the libraries that it computes with."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("own", [{}, {"OMP_WAIT_POLICY": "ACTIVE", "OPENBLAS_NUM_THREADS": "3"}])
def test_libraries_threads_neither_spin_nor_multiply_unless_the_user_says_so(own):
    names = ("OMP_WAIT_POLICY", "OPENBLAS_NUM_THREADS")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    code = f"import skin_gui, os; print(*(os.environ[name] for name in {names}))"
    child = subprocess.run(
        [sys.executable, "-c", code], env=environment | own, capture_output=True, text=True, check=True
    )

    assert child.stdout.split() == [own.get("OMP_WAIT_POLICY", "PASSIVE"), own.get("OPENBLAS_NUM_THREADS", "1")]
