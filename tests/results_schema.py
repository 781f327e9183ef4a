"""Results of the benchmark against the schema that is shipped."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import simulator.api.bench

SCHEMA = json.loads((Path(simulator.api.bench.__file__).parent / "result.schema.json").read_text())


def check_result(result: Any) -> list[str]:
    """What is wrong with it: where and what; nothing if it is as the schema has it."""
    kind = result.get("kind")
    schema = SCHEMA | {"$ref": f"#/$defs/{kind}"} if kind in {"Bench", "Against"} else SCHEMA
    told = {name: value for name, value in schema.items() if name != "oneOf" or "$ref" not in schema}
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(told).iter_errors(result)]
