"""Pets: on the sofa, in the basket, at the bowl, close up, at play and on a walk."""

from simulator.domain.people import Appearance, Pet, PetKind
from simulator.drawing.animal import Posture, paste_pet
from simulator.drawing.backdrop import outdoors, room
from simulator.drawing.color import CLOTH, PARTY, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, full_height, spread, standing
from simulator.drawing.paint import defocus, glow, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.playthings import basket, bone, bowl, cushion, sofa
from simulator.drawing.props import ball
from simulator.drawing.scene import Drawing, Scene


def _everyday(_: Appearance) -> Outfit:
    return Outfit.CASUAL


def _animals(scene: Scene) -> tuple[Pet, ...]:
    """The household's, or, where it has none in the picture, a stranger's."""
    if scene.pets:
        return scene.pets
    return (Pet(id="stray", name="stray", kind=scene.rng.choice(tuple(PetKind)), coat=scene.rng.random()),)


def _size(pet: Pet) -> float:
    """Height compared with a dog's, as they look when the camera comes down to them."""
    return {PetKind.DOG: 1.0, PetKind.CAT: 0.88, PetKind.RABBIT: 0.72, PetKind.BIRD: 0.62}[pet.kind]


def _pets(
    scene: Scene, span: tuple[float, float], bottom: float, height: float, posture: Posture | None = None
) -> None:
    """All of them side by side."""
    animals = _animals(scene)
    each = min(height, (span[1] - span[0]) / len(animals) * 1.1)
    for pet, x in zip(animals, spread(len(animals), *span), strict=True):
        paste_pet(scene, pet, x, bottom, each * _size(pet), posture=posture)


def on_the_sofa(scene: Scene) -> None:
    """On the cushions; whoever is there stands behind the back rest."""
    w, h, rng = scene.width, scene.height, scene.rng
    room(scene, 0.72)
    back = h * (0.52 if scene.people else 0.4)
    busts(scene, back + h * 0.06, w * 0.32, dress=_everyday, span=(w * 0.02, w * 0.98))
    color = jitter(rng, rng.choice(CLOTH), 16)
    seat = sofa(scene, (-w * 0.02, back, w * 1.02, h * 1.04), color)
    for x in rng.sample((0.12, 0.3, 0.86), 2):
        cushion(scene, w * x, seat - h * 0.08, min(w, h) * 0.2, rng.choice(CLOTH))
    _pets(scene, (w * 0.3, w * 0.8), seat + h * 0.06, min(w, h) * (0.42 if scene.people else 0.58))
    ball(scene, w * rng.uniform(0.15, 0.85), seat + h * 0.05, min(w, h) * 0.035, rng.choice(PARTY))


def in_the_basket(scene: Scene) -> None:
    """Curled up in a wicker bed on the floor."""
    w, h, rng = scene.width, scene.height, scene.rng
    room(scene, 0.5)
    rug = mix(rng.choice(CLOTH), WHITE, 0.3)
    for k, tone in ((1.0, rug), (0.86, mix(rug, WHITE, 0.3)), (0.8, rug)):
        scene.pen.ellipse(
            (w * (0.5 - 0.48 * k), h * (0.8 - 0.2 * k), w * (0.5 + 0.48 * k), h * (0.8 + 0.2 * k)), fill=tone
        )
    texture(scene, (0, h * 0.5, w, h), 5)
    if scene.people:
        tall = full_height(scene)
        standing(
            scene, h * 0.1 + tall, tall, dress=_everyday, span=(w * 0.04, w * 0.96), poses=(Pose.DOWN, Pose.HOLDING)
        )
    wide = min(w * 0.8, h * (0.62 if scene.people else 0.86))
    cx, base = w * rng.uniform(0.42, 0.58), h * 0.96
    basket(scene, cx, base, wide, back=True)
    _pets(scene, (cx - wide * 0.36, cx + wide * 0.36), base - wide * 0.17, wide * 0.66)
    basket(scene, cx, base, wide, back=False)
    bone(scene, w * rng.choice((0.12, 0.88)), h * 0.93, w * 0.1, (244, 238, 222))


def at_the_bowl(scene: Scene) -> None:
    """The kitchen floor: tiles, cupboards, a full bowl."""
    w, h, rng = scene.width, scene.height, scene.rng
    floor = h * 0.52
    front = hue(rng.choice((0.1, 0.36, 0.55, 0.6, 0.02)), rng.uniform(0.08, 0.3), rng.uniform(0.72, 0.92))
    vertical_gradient(scene, (0, 0, w, floor), shade(front, 1.06), shade(front, 0.9))
    pen = scene.pen
    pen.rectangle((0, 0, w, h * 0.06), fill=(206, 198, 186))
    for i in range(5):
        x = i * w / 4 - w * 0.06
        pen.rectangle(
            (x, h * 0.1, x + w * 0.22, floor - h * 0.07), fill=shade(front, 1.1), outline=shade(front, 0.8), width=4
        )
        pen.rounded_rectangle((x + w * 0.185, h * 0.22, x + w * 0.2, h * 0.32), 6, fill=(160, 160, 164))
    pen.rectangle((0, floor - h * 0.05, w, floor), fill=(60, 56, 54))
    _tiles(scene, floor)
    tall = full_height(scene)
    span = (w * 0.3, w) if len(scene.people) < 3 else (0, w)
    standing(scene, h * 0.08 + tall, tall, dress=_everyday, span=span, poses=(Pose.DOWN, Pose.HOLDING))
    _pets(
        scene,
        (w * 0.1, w * 0.66) if len(scene.pets) < 2 else (w * 0.02, w * 0.9),
        h * 0.9,
        min(w, h) * (0.44 if scene.people else 0.6),
    )
    for x in (0.62, 0.84):
        bowl(scene, w * x, h * 0.95, min(w, h) * 0.22, rng.choice(PARTY))


def _tiles(scene: Scene, floor: float) -> None:
    """A chequered floor in perspective."""
    w, h, pen = scene.width, scene.height, scene.pen
    light = jitter(scene.rng, (232, 226, 214), 8)
    dark = mix(light, scene.rng.choice(CLOTH), 0.4)
    rows = [floor + (h - floor) * (k / 6) ** 1.4 for k in range(7)]
    for row in range(6):
        a, b = (0.5 + 0.8 * (y - floor) / (h - floor) for y in rows[row : row + 2])
        for i in range(-9, 9):
            x0, x1 = i * w * 0.14, (i + 1) * w * 0.14
            tone: Color = light if (i + row) % 2 else dark
            pen.polygon(
                [
                    (w / 2 + x0 * a, rows[row]),
                    (w / 2 + x1 * a, rows[row]),
                    (w / 2 + x1 * b, rows[row + 1]),
                    (w / 2 + x0 * b, rows[row + 1]),
                ],
                fill=tone,
            )
    soft_spot(scene, (-w * 0.1, floor - 10, w * 1.1, floor + 40), (30, 24, 20), 0.35)


def close_up(scene: Scene) -> None:
    """As near as it lets you: the animal fills the picture."""
    w, h, rng = scene.width, scene.height, scene.rng
    (room if rng.random() < 0.5 else outdoors)(scene, 0.66)
    defocus(scene, 10)
    glow(scene, (w * 0.3, h * 0.2), w * 0.4, (255, 248, 226), 0.4)
    many = len(scene.people)
    if many:
        busts(scene, h * 0.98, w * 0.34, dress=_everyday, span=(0, w))
    near = h * (0.6 if many else 0.98)
    span = (w * 0.05, w * 0.95) if not many else ((w * 0.52, w * 1.0) if many == 1 else (w * 0.2, w * 0.8))
    _pets(scene, span, h * (1.0 if many else 1.08), min(near, w * (0.62 if many else 1.05)), Posture.SITTING)


def at_play(scene: Scene) -> None:
    """On the lawn with a ball and a stick."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.46)
    if scene.people:
        tall = full_height(scene)
        standing(
            scene, h * 0.14 + tall, tall, dress=_everyday, span=(w * 0.02, w * 0.98), poses=(Pose.WAVING, Pose.DOWN)
        )
    animals = _animals(scene)
    for pet, x in zip(animals, spread(len(animals), w * 0.16, w * 0.84), strict=True):
        paste_pet(
            scene,
            pet,
            x + rng.uniform(-0.06, 0.06) * w,
            h * rng.uniform(0.88, 0.96),
            min(w, h) * (0.4 if scene.people else 0.56) * _size(pet),
        )
    for _ in range(rng.randint(1, 3)):
        ball(
            scene,
            w * rng.uniform(0.08, 0.92),
            h * rng.uniform(0.84, 0.95),
            min(w, h) * rng.uniform(0.035, 0.06),
            rng.choice(PARTY),
        )
    bone(scene, w * rng.uniform(0.2, 0.8), h * 0.95, w * 0.09, (244, 238, 222))
    for _ in range(40):
        x, y = rng.uniform(0, w), rng.uniform(h * 0.88, h * 1.02)
        scene.pen.line(
            (x, y, x + rng.uniform(-8, 8), y - rng.uniform(14, 34)), fill=jitter(rng, (92, 136, 62), 20), width=3
        )


def on_a_walk(scene: Scene) -> None:
    """A path, a leash, whoever holds it."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, 0.5)
    path = (206, 190, 164)
    scene.pen.polygon([(w * 0.46, h * 0.515), (w * 0.54, h * 0.515), (w * 0.98, h), (w * 0.02, h)], fill=path)
    soft_spot(scene, (w * 0.3, h * 0.5, w * 0.7, h * 0.7), mix(path, (120, 150, 90), 0.4), 0.4)
    texture(scene, (0, h * 0.5, w, h), 5)
    left = rng.random() < 0.5
    animals, tall = _animals(scene), full_height(scene)
    span = (w * 0.02, w * 0.68) if left else (w * 0.32, w * 0.98)
    standing(scene, h * 0.12 + tall, tall, dress=_everyday, span=span if len(scene.people) < 4 else (0, w))
    hand = (
        (w * (0.36 if left else 0.64), h * 0.12 + tall * 0.52)
        if scene.people
        else (w * (-0.02 if left else 1.02), h * 0.5)
    )
    side = (w * 0.56, w * 0.96) if left else (w * 0.04, w * 0.44)
    if not scene.people:
        side = (w * 0.22, w * 0.78)
    leash, size = rng.choice(PARTY), min(w, h) * (0.42 if scene.people else 0.56)
    for pet, x in zip(animals, spread(len(animals), *side), strict=True):
        foot = h * rng.uniform(0.92, 0.97)
        neck = (x, foot - size * _size(pet) * 0.5)
        middle = ((hand[0] + neck[0]) / 2, max(hand[1], neck[1]) + h * 0.06)
        scene.pen.line([hand, middle, neck], fill=shade(leash, 0.9), width=6, joint="curve")
        paste_pet(scene, pet, x, foot, size * _size(pet), posture=Posture.SITTING)
    soft_shadow(scene, (w * 0.3, h * 0.98, w * 0.7, h * 1.02), 0.2)


DRAWINGS: tuple[Drawing, ...] = (on_the_sofa, in_the_basket, at_the_bowl, close_up, at_play, on_a_walk)
