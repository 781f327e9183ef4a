"""What "download your information" would show against what is held; read aloud and as JSON."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import Holder, HoldingState
from simulator.report.lines import paragraph
from simulator.retention.ledger import Ledger
from simulator.terms.clause import Download, Terms


def _held(ledger: Ledger) -> Counter[DataCategory]:
    return Counter(
        entry.holding.category
        for entry in ledger.entries.values()
        if entry.state is not HoldingState.DELETED and entry.holding.holder is Holder.COMPANY
    )


def _split(ledger: Ledger, download: Download) -> tuple[Counter[DataCategory], Counter[DataCategory]]:
    """What is held and shown, and what is held and not shown."""
    held = _held(ledger)
    shown = Counter({category: number for category, number in held.items() if category in download.shows})
    return shown, held - shown


def tell_download(ledger: Ledger, terms: Terms) -> Iterator[str]:
    """What it shows, what it leaves out although it is held, and how that is known."""
    download = terms.download
    if download is None:
        yield paragraph(f"What a download of one's information shows, {terms.id} does not say.")
        yield paragraph(f"Held: {_list(_held(ledger))}.", indent=2)
        return
    shown, hidden = _split(ledger, download)
    yield paragraph(f'"Download your information" ({download.status}): {download.says}')
    yield paragraph(f"Shown: {_list(shown)}.", indent=2)
    yield paragraph(f"Held and not shown: {_list(hidden)}.", indent=2)
    source = download.source
    quoted = f' "{source.quoted}"' if source.quoted else ""
    yield paragraph(f"Source: {source.title}.{quoted} Read {source.retrieved}. {source.url}", indent=2)


def _list(counted: Counter[DataCategory]) -> str:
    return (
        ", ".join(f"{DATA_KINDS[each].name} {counted[each]}" for each in DataCategory if each in counted) or "nothing"
    )


def download_as_record(ledger: Ledger, terms: Terms) -> dict[str, Any]:
    """The same as one object; ``shown`` and ``not_shown`` are None where the terms do not say."""
    held, download = _as_record(_held(ledger)), terms.download
    if download is None:
        return {"status": "silent", "source": None, "held": held, "shown": None, "not_shown": None}
    shown, hidden = _split(ledger, download)
    return {
        "status": download.status.value,
        "source": download.source.url,
        "held": held,
        "shown": _as_record(shown),
        "not_shown": _as_record(hidden),
    }


def _as_record(counted: Counter[DataCategory]) -> dict[str, int]:
    return {each.value: counted[each] for each in DataCategory if each in counted}
