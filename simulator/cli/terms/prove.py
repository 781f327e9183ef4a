import json
import sys
from collections.abc import Iterator
from dataclasses import replace

import click

from simulator.catalog.load import load_scenario, load_terms
from simulator.catalog.shelf import Kind, names
from simulator.cli.options import INTERRUPTED, json_option
from simulator.domain.reading import Reading
from simulator.journey.claim import Claim, read_claim
from simulator.journey.prove import Trial, delete_account, try_claim, with_faults
from simulator.journey.scenario import Scenario
from simulator.report.proof import Bound, proof_as_record, tell_proof
from simulator.terms.clause import Clock


def _lives(claim: Claim, terms: str, *, seeds: int, faults: bool) -> Iterator[Scenario]:
    """Each shipped story in so many worlds under both readings; without ``faults``, those that declare none."""
    for name in names(Kind.STORIES):
        told = load_scenario(name, terms=terms)
        if told.story.faults and not faults:
            continue
        for world in range(seeds):
            there = replace(told, seed=told.seed + world)
            for scenario in with_faults(there, claim) if faults else (there,):
                life = delete_account(scenario) if claim.clock is Clock.ACCOUNT_DELETED else scenario
                yield from (replace(life, reading=reading) for reading in Reading)


def _search(claim: Claim, lives: list[Scenario], trials: list[Trial]) -> None:
    """Fill ``trials`` until one breaks the claim, so that what was searched is known even after Ctrl-C."""
    watched = sys.stderr.isatty()
    for number, life in enumerate(lives, start=1):
        if watched:
            click.echo(f"\rlife {number} of {len(lives)} ", nl=False, err=True)
        trials.append(try_claim(claim, life))
        if trials[-1].counterexample is not None:
            break
    if watched:
        click.echo("\r" + " " * 24 + "\r", nl=False, err=True)


@click.command("prove")
@click.argument("claim")
@click.option("--terms", default="meta-2025-06-test", show_default=True, metavar="ID", help="The set it is about.")
@click.option("--seeds", type=click.IntRange(1, 1000), default=3, show_default=True, help="Worlds for each story.")
@click.option("--faults", is_flag=True, help="Also with each kind of deletion fault; takes about eight times as long.")
@json_option
def prove(claim: str, *, terms: str, seeds: int, faults: bool, as_json: bool) -> None:
    """Search stories for somebody of whom CLAIM is not true.

    A claim is a sentence such as "no biometric is alive 31 days after withdrawal"; docs/terms.md has its grammar. Exits
    with 1 and a counterexample, or with 0 and the bound that was searched.
    """
    asked, rules = read_claim(claim), load_terms(terms)
    lives = list(_lives(asked, terms, seeds=seeds, faults=faults))
    stories = tuple(dict.fromkeys(life.story.id for life in lives))
    bound = Bound(stories=stories, seeds=seeds, faults=faults, plays=len(lives))
    trials: list[Trial] = []
    stopped = False
    try:
        _search(asked, lives, trials)
    except KeyboardInterrupt:
        stopped = True
    if as_json:
        click.echo(json.dumps(proof_as_record(asked, rules, bound, trials)))
    else:
        for line in tell_proof(asked, rules, bound, trials):
            click.echo(line)
    if stopped:
        sys.exit(INTERRUPTED)
    sys.exit(1 if trials and trials[-1].counterexample is not None else 0)
