"""The frame under the clothes: shoulders, arms, legs and where they are.

Lengths are shares of the body's height: 0 is the crown, 1 the soles; x is measured from the middle.
"""

import math
import random
from dataclasses import dataclass, field
from enum import StrEnum

from PIL import ImageDraw

from simulator.domain.people import AgeGroup, Appearance
from simulator.drawing.color import SKIN, Color, along, shade
from simulator.drawing.paint import Point, smooth

_HEAD = {AgeGroup.CHILD: 0.225, AgeGroup.TEEN: 0.165}


class Pose(StrEnum):
    DOWN = "down"
    WAVING = "waving"
    RAISED = "raised"
    HOLDING = "holding"


@dataclass(slots=True, kw_only=True)
class Body:
    """One body to be dressed; draw with ``limb`` and ``area`` once a pen is attached."""

    look: Appearance
    pose: Pose
    clothes_seed: int
    rng: random.Random = field(init=False)
    pen: ImageDraw.ImageDraw = field(init=False)
    origin: Point = (0, 0)
    scale: float = 1

    def __post_init__(self) -> None:
        self.rng = random.Random(self.clothes_seed)

    def attach(self, pen: ImageDraw.ImageDraw, origin: Point, scale: float) -> None:
        """Draw from now on with ``pen``; ``origin`` is the crown and ``scale`` the height, in the pen's pixels."""
        self.pen, self.origin, self.scale = pen, origin, scale
        self.rng = random.Random(self.clothes_seed)

    @property
    def head(self) -> float:
        """Crown to chin."""
        return _HEAD.get(self.look.age, 0.152)

    @property
    def shoulder(self) -> float:
        """Half the width across the shoulders."""
        broad = 0.009 * self.look.jaw
        return {AgeGroup.CHILD: 0.112, AgeGroup.TEEN: 0.108}.get(self.look.age, 0.122) + broad

    @property
    def waist(self) -> float:
        return self.shoulder * (0.82 if self.look.age is AgeGroup.CHILD else 0.72)

    @property
    def top(self) -> float:
        """Where the shoulders begin."""
        return self.head * 1.155

    @property
    def hip(self) -> float:
        return self.top + (1 - self.top) * 0.43

    @property
    def skin(self) -> Color:
        return along(SKIN, self.look.skin)

    def at(self, x: float, y: float) -> Point:
        return (self.origin[0] + x * self.scale, self.origin[1] + y * self.scale)

    def area(self, edge: list[Point], color: Color, *, soft: bool = True) -> None:
        """A filled outline, smoothed unless ``soft`` is off."""
        points = [self.at(*p) for p in edge]
        self.pen.polygon(smooth(points, steps=6) if soft else points, fill=(*color, 255))

    def line(self, points: list[Point], color: Color, width: float) -> None:
        curve = smooth([self.at(*p) for p in points], closed=False, steps=5)
        self.pen.line(curve, fill=(*color, 255), width=max(1, round(width * self.scale)), joint="curve")

    def disc(self, x: float, y: float, r: float, color: Color) -> None:
        cx, cy = self.at(x, y)
        self.pen.ellipse(
            (cx - r * self.scale, cy - r * self.scale, cx + r * self.scale, cy + r * self.scale), fill=(*color, 255)
        )

    def limb(self, joints: list[Point], start: float, end: float, color: Color) -> None:
        """A rounded, tapering arm or leg along ``joints``; ``start`` and ``end`` are half widths."""
        path = smooth([self.at(*p) for p in joints], closed=False, steps=7)
        last, left, right = len(path) - 1, [], []
        for i, (x, y) in enumerate(path):
            (ax, ay), (bx, by) = path[max(i - 1, 0)], path[min(i + 1, last)]
            r = (start + (end - start) * i / last) * self.scale / max(math.hypot(bx - ax, by - ay), 1e-6)
            left.append((x + (by - ay) * r, y - (bx - ax) * r))
            right.append((x - (by - ay) * r, y + (bx - ax) * r))
        self.pen.polygon([*left, *reversed(right)], fill=(*color, 255))
        for (x, y), r in ((path[0], start * self.scale), (path[-1], end * self.scale)):
            self.pen.ellipse((x - r, y - r, x + r, y + r), fill=(*color, 255))

    def arm(self, side: int) -> list[Point]:
        """Shoulder, elbow, wrist of one arm in this pose; -1 is the left of the picture."""
        s, y, reach = self.shoulder, self.top + 0.035, (1 - self.top) * 0.22
        root = (side * s * 0.82, y + 0.006)
        if self.pose is Pose.RAISED:
            return [root, (side * s * 1.55, y - reach * 0.35), (side * s * 1.75, y - reach * 1.4)]
        if self.pose is Pose.WAVING and side > 0:
            return [root, (side * s * 1.7, y + reach * 0.45), (side * s * 1.95, y - reach * 0.62)]
        if self.pose is Pose.HOLDING:
            return [root, (side * s * 1.26, y + reach * 0.95), (side * s * 0.3, y + reach * 1.12)]
        return [root, (side * s * 1.1, y + reach), (side * s * 1.12, y + reach * 1.94)]

    def draw_arms(self, sleeve: Color | None, *, length: float = 1.0, width: float = 0.033) -> None:
        """Both arms; ``sleeve`` covers ``length`` (0..1) of each."""
        for side in (-1, 1):
            root, elbow, wrist = self.arm(side)
            self.limb([root, elbow, wrist], width * 0.78, width * 0.5, self.skin)
            self._hand(elbow, wrist, width * 0.72)
            if sleeve is None:
                continue
            tone = sleeve if side < 0 else shade(sleeve, 0.93)
            if length > 0.6:
                end = (elbow[0] + (wrist[0] - elbow[0]) * 0.9, elbow[1] + (wrist[1] - elbow[1]) * 0.9)
                self.limb([root, elbow, end], width * 0.94, width * 0.72, shade(tone, 0.96))
            else:
                end = (root[0] + (elbow[0] - root[0]) * length * 1.7, root[1] + (elbow[1] - root[1]) * length * 1.7)
                self.limb([root, end], width * 0.96, width * 0.98, shade(tone, 0.96))

    def _hand(self, elbow: Point, wrist: Point, size: float) -> None:
        dx, dy = wrist[0] - elbow[0], wrist[1] - elbow[1]
        length = max((dx * dx + dy * dy) ** 0.5, 1e-6)
        dx, dy = dx / length, dy / length
        self.limb(
            [wrist, (wrist[0] + dx * size * 1.5, wrist[1] + dy * size * 1.5)], size * 0.95, size * 0.62, self.skin
        )
        self.limb(
            [wrist, (wrist[0] + (dx - dy * 0.7) * size * 1.1, wrist[1] + (dy + dx * 0.7) * size * 1.1)],
            size * 0.4,
            size * 0.3,
            self.skin,
        )

    def draw_legs(self, color: Color, shoe: Color, *, length: float = 1.0, width: float = 0.05) -> None:
        """Both legs with shoes; trousers of ``color`` cover ``length`` (0..1) of them."""
        spread = self.waist * 0.52
        for side in (-1, 1):
            x = side * spread
            ankle = (x * 1.12, 0.965)
            tone = color if side < 0 else shade(color, 0.9)
            self.limb([(x, self.hip), (x * 1.05, (self.hip + 1) / 2), ankle], width * 0.8, width * 0.44, self.skin)
            toe = ankle[0] + side * 0.012
            heel = [(ankle[0] - 0.026, 0.974), (ankle[0], 0.962), (ankle[0] + 0.026, 0.974)]
            self.area([*heel, (toe + 0.034, 0.992), (toe + 0.02, 1.0), (toe - 0.02, 1.0), (toe - 0.034, 0.992)], shoe)
            if length > 0:
                low = self.hip + (0.972 - self.hip) * length
                self.area(
                    [
                        (x - width * 0.96, self.hip - 0.02),
                        (x + width * 0.96, self.hip - 0.02),
                        (x * 1.1 + width * 0.62, low),
                        (x * 1.1 - width * 0.62, low),
                    ],
                    tone,
                    soft=False,
                )

    def draw_torso(self, color: Color, *, low: float | None = None, flare: float = 1.0) -> None:
        """Shirt or jacket from the shoulders down to ``low``."""
        s, top, hem = self.shoulder, self.top, low or self.hip + 0.02
        neck = self.head * 0.2
        middle = (top + hem) / 2
        half = [
            (neck, top - 0.014),
            (s * 0.5, top - 0.001),
            (s * 0.86, top + 0.014),
            (s * 0.99, top + 0.05),
            (s * 0.9, top + 0.11),
            (self.waist * 1.08, middle),
            (self.waist * 1.1 * flare, hem - 0.004),
            (self.waist * 0.9 * flare, hem),
        ]
        self.area([*half, *((-x, y) for x, y in reversed(half))], color)
        for side in (-1, 1):
            self.line([(side * s * 0.72, top + 0.085), (side * s * 0.66, top + 0.13)], shade(color, 0.82), 0.004)
        self.line(
            [(-self.waist * 0.5, hem - 0.05), (-self.waist * 0.1, hem - 0.03), (self.waist * 0.5, hem - 0.045)],
            shade(color, 0.88),
            0.004,
        )
