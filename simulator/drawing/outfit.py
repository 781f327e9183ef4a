"""Outfits by name, and whose taste they follow."""

from enum import StrEnum

from simulator.domain.people import Appearance, HairStyle
from simulator.drawing.body import Body
from simulator.drawing.color import Color, hue
from simulator.drawing.face import Hat

_PLAIN: tuple[Color, ...] = ((226, 220, 210), (62, 66, 78), (176, 176, 180), (92, 112, 144), (168, 142, 118))
LINEN: Color = (248, 246, 242)


class Outfit(StrEnum):
    CASUAL = "casual"
    SUIT = "suit"
    GOWN = "gown"
    WEDDING_DRESS = "wedding_dress"
    GRADUATION = "graduation"
    SWIM = "swim"
    SCRUBS = "scrubs"
    COAT = "coat"
    PARTY = "party"


def hat_of(outfit: Outfit, look: Appearance) -> Hat | None:
    """The hat that belongs to an outfit, if one does."""
    if outfit is Outfit.GRADUATION:
        return Hat.MORTARBOARD
    if outfit is Outfit.WEDDING_DRESS:
        return Hat.VEIL
    if outfit is Outfit.COAT and look.outfit < 0.6:
        return Hat.BEANIE
    return None


def taste(body: Body, saturation: float = 0.42, value: float = 0.72) -> Color:
    """A colour close to what this person likes to wear."""
    luck = body.rng
    tone = hue(
        body.look.outfit + luck.uniform(-0.07, 0.07),
        saturation * luck.uniform(0.7, 1.2),
        min(1.0, value * luck.uniform(0.75, 1.2)),
    )
    plain = luck.choice(_PLAIN)
    return plain if luck.random() < 0.3 else tone


def skirted(look: Appearance) -> bool:
    """Whether dresses and skirts are in this person's wardrobe."""
    return look.beard <= 0 and look.hair_style in (HairStyle.LONG, HairStyle.BOB, HairStyle.BUN, HairStyle.TIED)
