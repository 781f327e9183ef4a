"""One process's turn: it looks at samples that lie in a folder, and tells what each took as one line of JSON.

Whichever Rollcall is being measured runs this file by its path, one of another commit, too; so it stands on its own,
and takes from the installation only what every version has: the analyzer, and the file that this is asked about.
"""

import json
import sys
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

WARMING = 4  # photos that are looked at before anything is timed


def take_turn(folder: Path, queries: int, model: str) -> dict[str, Any]:
    """Look at the samples round and round, ``queries`` times in all.

    Args:
        folder: of the samples, and of nothing else.
        queries: how many are timed.
        model: a classifier of the user's; empty for the shipped analyzer.
    """
    import simulator
    from simulator.journey.ports import PictureFile

    files = [PictureFile(name=path.name, read=path.read_bytes) for path in sorted(folder.glob("sample-*"))]
    analyzer = _open(model)
    analyzer.load()
    for number in range(WARMING):
        analyzer.analyze(files[number % len(files)])
    latencies, worked = [], []
    for number in range(queries):
        start, processor = perf_counter(), thread_time()
        analyzer.analyze(files[number % len(files)])
        worked.append((thread_time() - processor) * 1000)
        latencies.append((perf_counter() - start) * 1000)
    answers = [analyzer.analyze(file) for file in files]
    return {
        "where": str(Path(simulator.__file__).resolve().parent.parent),
        "version": simulator.__version__,
        "python": sys.version.split()[0],
        "model": answers[0].model,
        "latencies_ms": latencies,
        "processor_ms": worked,
        "labels": [[label.name for label in answer.labels] for answer in answers],
    }


def _open(model: str) -> Any:
    if model:
        from simulator.api.own_model import open_classifier

        return open_classifier(Path(model))
    from simulator.vision.analyzer import OnnxAnalyzer

    return OnnxAnalyzer()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(take_turn(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
