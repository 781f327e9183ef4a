"""The names that people have for circumstances and faults."""

from simulator.domain.categories import Fact
from simulator.domain.events import FaultKind

FACTS = {
    Fact.OPTED_IN: "opted in",
    Fact.WITHDRAWN: "withdrawn",
    Fact.EDITED: "edited with AI",
    Fact.SHARED: "shared",
}

HAPPENINGS = {
    FaultKind.DELETE_LOST: "deletions get lost",
    FaultKind.CACHE_LAG: "caches lag behind",
    FaultKind.BACKUP_RESTORE: "backup put back",
    FaultKind.REUPLOAD_AFTER_REINSTALL: "app reinstalled",
    FaultKind.ACCOUNT_DELETED: "account deleted",
    FaultKind.OS_PERMISSION_WITHDRAWN: "permission taken away",
}

FAULTS = {
    FaultKind.DELETE_LOST: "from now on, deletions of some data are lost and never happen.",
    FaultKind.CACHE_LAG: "from now on, copies of what was made from the photos live on in a cache after deletion.",
    FaultKind.BACKUP_RESTORE: "a backup is put back, and what was deleted since is there again.",
    FaultKind.REUPLOAD_AFTER_REINSTALL: "the app is reinstalled and has forgotten which photos it sent.",
    FaultKind.ACCOUNT_DELETED: "the account is deleted. Nothing more is sent.",
    FaultKind.OS_PERMISSION_WITHDRAWN: (
        "the phone's own permission is taken away, not the app's switch turned off. The yes still stands, and nobody "
        "tells the company."
    ),
}
