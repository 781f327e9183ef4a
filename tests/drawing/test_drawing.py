import dataclasses
import datetime as dt
import io
import random

import pytest
from PIL import Image, ImageOps

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.domain.people import AgeGroup, Appearance, HairStyle, Human, Pet, PetKind, Relation
from simulator.domain.photo import Camera, Light, Photo, Place, PlaceKind, Weather
from simulator.drawing.darkroom import DRAWINGS, Darkroom
from simulator.drawing.face import Expression, Hat, paste_face, sprite_of
from simulator.drawing.figure import Outfit, Pose, bust, stand
from simulator.drawing.finish import finish
from simulator.drawing.head import write_identity
from simulator.drawing.paint import grain, vertical_gradient
from simulator.drawing.scene import Scene

STARTS = dt.date(2025, 6, 1)
PLACE = Place(id="home", name="home", kind=PlaceKind.HOME, latitude=52.52, longitude=13.405)


def a_look(luck: random.Random, *, age: AgeGroup = AgeGroup.ADULT, style: HairStyle = HairStyle.SHORT) -> Appearance:
    offsets = ("face_width", "face_length", "jaw", "eye_spacing", "eye_size", "brow", "nose", "mouth")
    shares = ("skin", "hair_color", "iris", "beard", "outfit")
    values: dict[str, object] = {name: luck.uniform(-1, 1) for name in offsets}
    values |= {name: luck.random() for name in shares}
    values |= {name: luck.random() < 0.5 for name in ("glasses", "freckles", "earrings")}
    return Appearance(age=age, hair_style=style, **values)  # type: ignore[arg-type]


def test_a_face_keeps_its_luck_whatever_its_class_is_called() -> None:
    look = a_look(random.Random(1))
    identity = write_identity(look)
    # The text by which every face was drawn so far, with the name that the class had first.
    assert identity == "Look" + repr(look).removeprefix(type(look).__name__)
    assert identity.startswith("Look(age=<AgeGroup.ADULT: 'adult'>, ")


def a_cast() -> tuple[Human, ...]:
    luck, ages, styles = random.Random(11), tuple(AgeGroup), tuple(HairStyle)
    return tuple(
        Human(
            id=f"friend-{i}",
            name="Ada",
            relation=Relation.FRIEND,
            look=a_look(luck, age=ages[i % 4], style=styles[i * 3 % 8]),
        )
        for i in range(4)
    )


PETS = tuple(Pet(id=f"pet-{i}", name="Rex", kind=kind, coat=0.23 * i) for i, kind in enumerate(PetKind))


def a_photo(theme: Theme = Theme.BIRTHDAY, *, key: int = 7, people: int = 2, pets: int = 1, **changes: object) -> Photo:
    values: dict[str, object] = {
        "id": "p0001",
        "day": 3,
        "minute": 700,
        "utc_offset": 120,
        "theme": theme,
        "variant": 0.4,
        "key": key,
        "place": PLACE,
        "located": True,
        "people": tuple(f"friend-{i}" for i in range(people)),
        "pets": tuple(pet.id for pet in PETS[:pets]),
        "light": Light.DAYLIGHT,
        "weather": Weather.CLEAR,
        "camera": Camera(make="Google", model="Pixel 9"),
        "orientation": 1,
        "occasion": "lunch",
        "favourite": False,
    }
    return Photo(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def darkroom() -> Darkroom:
    return Darkroom(a_cast(), PETS, STARTS)


def a_scene(**changes: object) -> Scene:
    looks = tuple(human.look for human in a_cast())
    values: dict[str, object] = {
        "image": Image.new("RGB", (320, 240), (255, 255, 255)),
        "rng": random.Random(5),
        "people": looks,
        "pets": PETS,
        "light": Light.DAYLIGHT,
        "weather": Weather.CLEAR,
    }
    return Scene(**{**values, **changes})  # type: ignore[arg-type]


def test_every_theme_has_at_least_two_drawings() -> None:
    assert set(DRAWINGS) == set(Theme)
    assert all(len(drawings) >= 2 for drawings in DRAWINGS.values())


@pytest.mark.parametrize("theme", Theme)
def test_every_drawing_can_be_drawn_upright_and_across_with_nobody_and_with_many(
    darkroom: Darkroom, theme: Theme
) -> None:
    count, luck = len(DRAWINGS[theme]), random.Random(theme)
    for i in range(count):
        for orientation, people, pets in (
            (1, luck.choice((0, 4)), 1),
            (luck.choice((6, 8)), luck.choice((1, 2, 3)), 2),
        ):
            photo = a_photo(
                theme,
                key=luck.getrandbits(64),
                variant=(i + 0.5) / count,
                people=people,
                pets=pets,
                orientation=orientation,
                light=luck.choice(tuple(Light)),
                weather=luck.choice(tuple(Weather)),
            )
            drawn = darkroom.draw(photo)
            upright = orientation in {6, 8} or theme is Theme.SCREENSHOT
            assert drawn.image.size == ((768, 1024) if upright else (1024, 768))
            assert all(0 <= face.who < people for face in drawn.faces)


def test_the_same_photo_has_the_same_bytes_whatever_was_drawn_before(darkroom: Darkroom) -> None:
    photos = [a_photo(theme, key=key, variant=0.1) for key, theme in enumerate((Theme.BIRTHDAY, Theme.PET, Theme.FOOD))]
    first = [darkroom.develop(photo) for photo in photos]
    sprite_of.cache_clear()
    grain.cache_clear()
    again = [Darkroom(a_cast(), PETS, STARTS).develop(photo) for photo in reversed(photos)]
    assert first == again[::-1]


def test_another_key_is_another_picture(darkroom: Darkroom) -> None:
    assert darkroom.develop(a_photo(key=1)) != darkroom.develop(a_photo(key=2))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_applying_the_orientation_of_the_file_gives_the_upright_picture(darkroom: Darkroom, orientation: int) -> None:
    photo = a_photo(Theme.BEACH, orientation=orientation)
    upright = darkroom.draw(photo).image.reduce(16)
    with Image.open(io.BytesIO(darkroom.develop(photo))) as file:
        assert file.size == (1024, 768)
        seen = ImageOps.exif_transpose(file).reduce(16)
    differences = (
        abs(a - b)
        for x in range(0, upright.width, 5)
        for y in range(0, upright.height, 5)
        for a, b in zip(upright.getpixel((x, y)), seen.getpixel((x, y)), strict=True)  # type: ignore[arg-type]
    )
    assert max(differences) < 24


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024)])
def test_a_tilted_camera_leaves_no_black_corner(size: tuple[int, int]) -> None:
    for key in range(12):
        scene = a_scene(image=Image.new("RGB", size, (255, 255, 255)))
        image = finish(scene, a_photo(key=key))
        w, h = size
        assert all(min(image.getpixel(at)) > 120 for at in ((0, 0), (w - 1, 0), (0, h - 1), (w - 1, h - 1)))  # type: ignore[arg-type]


def test_faces_are_where_the_truth_says_they_are() -> None:
    for key in range(6):
        scene = a_scene(image=Image.new("RGB", (1024, 768), (20, 20, 220)))
        vertical_gradient(scene, (0, 0, 1024, 768), (20, 20, 220), (20, 20, 220))
        paste_face(scene, 0, (300, 400), 240, expression=Expression.CALM)
        image = finish(scene, a_photo(key=key))
        (face,) = scene.faces
        x, y = (face.box[0] + face.box[2]) / 2, (face.box[1] + face.box[3]) / 2
        red, _, blue = image.getpixel((int(x), int(y + 10)))  # type: ignore[misc]
        assert red > blue
        assert 190 < face.box[2] - face.box[0] < 215


def test_a_face_is_the_same_face_in_every_photo() -> None:
    look = a_look(random.Random(3))
    one, _ = sprite_of(look, Expression.SMILE, 0, None, 150)
    sprite_of.cache_clear()
    other, _ = sprite_of(look, Expression.SMILE, 0, None, 150)
    assert one.tobytes() == other.tobytes()


def test_every_mood_and_every_hat_can_be_worn_by_anyone() -> None:
    scene = a_scene()
    for who in range(len(scene.people)):
        for mood in Expression:
            paste_face(scene, who, (160, 120), 60, expression=mood, turn=-1 + who * 0.7)
        for hat in Hat:
            paste_face(scene, who, (160, 120), 60, expression=Expression.CALM, hat=hat)
    assert len(scene.faces) == 4 * (len(Expression) + len(Hat))


@pytest.mark.parametrize("outfit", Outfit)
def test_every_outfit_fits_every_body_in_every_pose(outfit: Outfit) -> None:
    scene = a_scene()
    for who, pose in enumerate(Pose):
        stand(scene, who, 160, 230, 200, outfit=outfit, pose=pose)
        bust(scene, who, 160, 240, 150, outfit=outfit)
    assert len(scene.faces) == 8


def test_a_stranger_in_a_photo_is_named(darkroom: Darkroom) -> None:
    with pytest.raises(RollcallError, match="p0001 shows 'stranger'"):
        darkroom.draw(dataclasses.replace(a_photo(), people=("stranger",)))


def test_a_drawing_has_a_name_in_words(darkroom: Darkroom) -> None:
    assert darkroom.name_of_drawing(a_photo(Theme.NIGHT_OUT)).startswith("night_out: ")
