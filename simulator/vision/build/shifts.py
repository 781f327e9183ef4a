"""Photos as somebody else might have taken them: tilted, cropped, badly lit, out of focus, noisy, mirrored."""

import io
from random import Random

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

_QUALITY = (55, 90)
_REDUCTION = 2  # the analyzer looks at no more anyway


def shift(jpeg: bytes, luck: Random) -> bytes:
    """Another JPEG of the same subject."""
    with Image.open(io.BytesIO(jpeg)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB").reduce(_REDUCTION)
    image = image.rotate(luck.uniform(-12, 12), Image.Resampling.BILINEAR)
    image = _crop(image, luck)
    if luck.choice((True, False)):
        image = ImageOps.mirror(image)
    for change in (ImageEnhance.Brightness, ImageEnhance.Color, ImageEnhance.Contrast):
        image = change(image).enhance(luck.uniform(0.6, 1.4))
    image = image.filter(ImageFilter.GaussianBlur(luck.uniform(0, 1.3)))
    image = _add_noise(image, luck)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=luck.randint(*_QUALITY))
    return file.getvalue()


def _crop(image: Image.Image, luck: Random) -> Image.Image:
    width, height = (round(side * luck.uniform(0.65, 0.95)) for side in image.size)
    left, top = luck.randint(0, image.width - width), luck.randint(0, image.height - height)
    return image.crop((left, top, left + width, top + height))


def _add_noise(image: Image.Image, luck: Random) -> Image.Image:
    noise = np.random.default_rng(luck.getrandbits(64)).normal(0, luck.uniform(0, 12), (image.height, image.width, 1))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
