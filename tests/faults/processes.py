"""Jobs of `tests.faults.jobs` in processes of their own."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager


class Job(subprocess.Popen[bytes]):
    """A job with what it had said when it was killed and nobody had read yet."""

    said: bytes = b""


@contextmanager
def running(job, folder, model):
    """A job that has begun; it is killed in the end, with the children that it may have."""
    command = [sys.executable, "-m", "tests.faults.jobs", job, str(folder), str(model or "")]
    with Job(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True) as child:
        try:
            assert child.stdout.readline() == b"ready\n"
            yield child
            assert child.poll() is None, f"{job} ended by itself"
        finally:
            os.killpg(child.pid, signal.SIGKILL)
            child.said = child.stdout.read()
