"""Faces drawn one by one, turned to either side: a camera roll does not say how its heads are turned."""

from collections.abc import Iterator
from random import Random

from PIL import Image

from simulator.accuracy.faces import Found
from simulator.accuracy.shares import share_of
from simulator.domain.categories import Theme
from simulator.domain.photo import Light
from simulator.drawing.figure import bust
from simulator.drawing.finish import finish
from simulator.drawing.scene import Scene
from simulator.vision.evaluate.matching import HIT
from simulator.vision.evaluate.samples import make_pool, sample_photos
from simulator.vision.facefinder import find_faces, overlap
from simulator.vision.network import open_network, read_cards

TURNS = {"turned to the left": -1, "facing the camera": 0, "turned to the right": 1}
_SIZE = (1024, 768)
_PEOPLE = 5
_SHOULDERS = (110, 300)  # pixels across, which makes faces of about 4 to 12 % of the width


def measure_turns(seed: int) -> Iterator[Found]:
    """For each turn, the same people in the same lights and sizes: 5 people, 20 pictures.

    Turned is by 11 degrees, the most that a drawn head can.
    """
    card = read_cards()["faces"]
    session = open_network(card)
    for name, turn in TURNS.items():
        yield Found(
            group=name,
            found=share_of(
                any(overlap(hit.box, scene.faces[0].box) > HIT for hit in find_faces(session, image, card.threshold))
                for image, scene in _pose(seed, turn)
            ),
        )


def _pose(seed: int, turn: int) -> Iterator[tuple[Image.Image, Scene]]:
    pool = make_pool(seed, _PEOPLE)
    photos = [photo for _, photo in sample_photos(seed, pool, Theme.PORTRAIT, 1, _PEOPLE * len(Light))]
    for number, photo in enumerate(photos):
        luck = Random(f"pose/{seed}/{number}")
        wall = tuple(luck.randint(60, 220) for _ in range(3))
        scene = Scene(
            image=Image.new("RGB", _SIZE, wall),
            rng=luck,
            people=(pool.people[number % _PEOPLE].look,),
            pets=(),
            light=photo.light,
            weather=photo.weather,
        )
        bust(scene, 0, luck.uniform(350, 670), 768, luck.uniform(*_SHOULDERS), turn=turn)
        yield finish(scene, photo), scene
