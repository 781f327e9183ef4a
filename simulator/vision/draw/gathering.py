"""People together: rows of faces, standing groups, and crowds that are nobody in particular."""

import math
from collections.abc import Callable, Sequence

from PIL import Image

from simulator.domain.people import Look
from simulator.vision.draw.color import CLOTH, HAIR, SKIN, WHITE, Color, along, mix, shade
from simulator.vision.draw.face import Expression, paste_face
from simulator.vision.draw.figure import Outfit, bust, stand
from simulator.vision.draw.paint import Point, lay_sheet, vertical_gradient
from simulator.vision.draw.scene import Scene

Dress = Callable[[Look], Outfit]
CHEER = (Expression.SMILE, Expression.LAUGH, Expression.SMILE, Expression.LAUGH, Expression.CALM)
