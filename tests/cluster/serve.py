"""A cluster of this machine in a process of its own: `python -m tests.cluster.serve WORKERS`.

Prints the scheduler's address and the workers' process numbers, and ends when its standard input does. It is a process
of its own because the tests' own process is kept from every network.
"""

import sys

from distributed import LocalCluster


def main() -> None:
    cluster = LocalCluster(
        n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=":0", host="127.0.0.1", silence_logs=50
    )
    with cluster:
        cluster.wait_for_workers(int(sys.argv[1]))
        print(cluster.scheduler_address, *(nanny.pid for nanny in cluster.workers.values()), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
