"""What can go wrong where several machines share the work."""

from skin_gui.wording.fact import Kind


class ClusterFact(Kind):
    """Why the cluster cannot be used, or not any more."""

    NO_DASK = 'Dask is not installed here; install it with: pip install "skin-gui[cluster]"'
    NO_SCHEDULER = "There is no Dask scheduler at {address}; start one or correct the address."
    NO_WORKERS = "The scheduler at {address} has no workers; start some: dask worker {address}"
    WORKERS_GONE = "All workers of the cluster are gone; start some and try again."
    LOST = "The connection to the scheduler was lost; see whether it still runs, and try again."
    WORKER_AT = "The worker at {address} {reason}."
    A_WORKER = "A worker {reason}."
    CANNOT_LOAD = "A worker cannot load the model: {reason}"


class WorkerFact(Kind):
    """Why a worker cannot do the work: clauses that follow its name."""

    OTHER_VERSION = "has {name} {own} and not {wanted}; install the same version there"
    OTHER_FILES = "does not see the images under the same path; put them on a disk that all machines share"
    LACKS_MODEL = "does not have the model {model}; bring it there with skin-gui models export and import"
    LACKS_PROGRAM = 'lacks this program; install it there with: pip install "skin-gui[cluster]"'
    SILENT = "cannot be asked ({why}); look at its log"
