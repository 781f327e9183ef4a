"""The truth beside a belief: what was really drawn, shown only when it is asked for."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.domain.analysis import GeoPoint
from simulator.domain.events import Inference, InferenceKind
from simulator.domain.photo import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.domain.people import Human, Pet
    from simulator.domain.photo import Photo
    from simulator.journey.world import World
    from simulator.tui.playing.show import Show

_KILOMETRE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What is true, and whether the belief agrees with it; None where the two cannot be compared."""

    words: str
    hit: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthView:
    """What is true of the photo in view and of what was concluded.

    Attributes:
        theme, faces, place: about the photo in view; None without one.
        claims: about people and conclusions, by the id of the inference.
    """

    theme: Agreement | None
    faces: Agreement | None
    place: Agreement | None
    claims: "Mapping[str, Agreement]"


def view_truth(show: "Show", photo: str, world: "World | None" = None) -> TruthView:
    """What was really drawn, for the photo in view and for everything that was concluded.

    Args:
        show: of whose people and photos.
        photo: the one in view.
        world: as of which day; by default of where the playhead stands.
    """
    world = world or show.world
    started = show.playback.started
    everybody: tuple[Human | Pet, ...] = () if started is None else (*started.cast, *started.pets)
    cast = {who.id: who for who in everybody}
    claims = {name: _judge(each, world, cast) for name, each in world.inferences.items()}
    drawn = world.roll.get(photo)
    if drawn is None:
        return TruthView(theme=None, faces=None, place=None, claims=claims)
    return TruthView(
        theme=_theme(drawn, world), faces=_faces(drawn, world, cast), place=_place(drawn, world), claims=claims
    )


def _theme(photo: "Photo", world: "World") -> Agreement:
    words = f"{photo.theme.replace('_', ' ')}: {photo.occasion}"
    analysis = world.analyses.get(photo.id)
    if analysis is None:
        return Agreement(words=words, hit=None)
    return Agreement(words=words, hit=bool(analysis.themes) and analysis.themes[0].name == photo.theme)


def _faces(photo: "Photo", world: "World", cast: "Mapping[str, Human | Pet]") -> Agreement:
    people = [_name(who, cast) for who in photo.people]
    pets = [cast[pet].name for pet in photo.pets if pet in cast]
    words = ", ".join((*people, *pets)) or "nobody"
    analysis = world.analyses.get(photo.id)
    return Agreement(words=words, hit=None if analysis is None else len(analysis.faces) == len(photo.people))


def _name(who: str, cast: "Mapping[str, Human | Pet]") -> str:
    human = cast.get(who)
    if human is None:
        return "a stranger"
    relation = getattr(human, "relation", "")
    return f"{human.name} ({relation})" if relation else human.name


def _place(photo: "Photo", world: "World") -> Agreement:
    analysis = world.analyses.get(photo.id)
    read = None if analysis is None else analysis.place
    name, kind = photo.place.name, photo.place.kind
    return Agreement(words=name if name == kind else f"{name} ({kind})", hit=None if read is None else photo.located)


def _judge(inference: Inference, world: "World", cast: "Mapping[str, Human | Pet]") -> Agreement:
    photos = [world.roll[photo] for photo in inference.photos if photo in world.roll]
    match inference.kind:
        case InferenceKind.PERSON:
            return _judge_person(photos, cast)
        case InferenceKind.HOME | InferenceKind.WORK:
            return _judge_place(inference, world)
        case InferenceKind.OCCASION:
            theme = inference.id.rpartition("-")[2]
            right = sum(photo.theme == theme for photo in photos)
            why = Counter(photo.occasion for photo in photos).most_common(1)
            return Agreement(words=f"{why[0][0] if why else 'nothing'}", hit=bool(photos) and right == len(photos))


def _judge_person(photos: "Iterable[Photo]", cast: "Mapping[str, Human | Pet]") -> Agreement:
    photos = list(photos)
    seen = Counter(who for photo in photos for who in photo.people).most_common(1)
    if not seen:
        return Agreement(words="nobody", hit=False)
    who, times = seen[0]
    return Agreement(words=f"{_name(who, cast)}, in {times} of {len(photos)}", hit=times == len(photos))


def _judge_place(inference: Inference, world: "World") -> Agreement:
    # It brings numpy, which nothing else on this screen needs.
    from simulator.journey.places import SAME_PLACE, measure_metres

    kind = PlaceKind.HOME if inference.kind is InferenceKind.HOME else PlaceKind.WORK
    real = next((photo.place for photo in world.roll.values() if photo.place.kind is kind), None)
    if real is None or inference.latitude is None or inference.longitude is None:
        return Agreement(words=f"no {kind} in these photos", hit=False)
    believed = GeoPoint(latitude=inference.latitude, longitude=inference.longitude)
    metres = measure_metres(believed, GeoPoint(latitude=real.latitude, longitude=real.longitude))
    far = f"{metres:.0f} m" if metres < _KILOMETRE else f"{metres / _KILOMETRE:.1f} km"
    return Agreement(words=f"{far} from where it is", hit=metres <= SAME_PLACE)
