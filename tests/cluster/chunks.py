"""Chunks whose work ends its worker: `python -m tests.cluster.chunks ADDRESS FOLDER`.

Of the items 0 to 59 one ends its worker the first time it is worked on, another every time. Prints what comes of all,
as JSON; FOLDER then holds a line for each time an item was worked on.
"""

import json
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

from skin_gui.cluster.chunks import in_chunks
from skin_gui.cluster.connection import connected

ITEMS = 60
SIZE = 5
ONCE, ALWAYS = 23, 41


def work(folder, items):
    done = []
    for item in items:
        with (folder / f"{item}.txt").open("a", encoding="ascii") as file:
            file.write("worked on\n")
            times = file.tell() // len("worked on\n")
        if item == ALWAYS or (item == ONCE and times == 1):
            time.sleep(1)  # Dask starts no worker again that ends before its start is noted
            os.kill(os.getpid(), signal.SIGKILL)
        done.append(item * item)
    return done


if __name__ == "__main__":
    with connected(sys.argv[1]) as client:
        # A chunk is given up once one worker has ended in it, where else four try it: that takes long.
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
        client.run(sys.path.insert, 0, str(Path.cwd()))
        results = in_chunks(
            client, partial(work, Path(sys.argv[2])), range(ITEMS), size=SIZE, give_up=lambda item: f"gave up {item}"
        )
        print(json.dumps(list(results)))
