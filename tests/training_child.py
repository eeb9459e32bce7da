"""The process of a training, as the system lists it."""

import os
import subprocess

from skin_gui.cli import TRAIN_CHILD


def child_pid() -> int:
    """The number of the one training that this process has started and that runs; on POSIX alone."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    lines = (line.split(maxsplit=2) for line in listed.splitlines())
    (pid,) = [int(pid) for pid, parent, words in lines if int(parent) == os.getpid() and TRAIN_CHILD in words]
    return pid
