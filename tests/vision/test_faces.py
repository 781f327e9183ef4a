"""Faces in drawn photos: found where they were drawn, and recognised from photo to photo."""

import datetime as dt
import io
from itertools import combinations, product
from math import dist
from typing import Any

import numpy as np
import pytest
from PIL import Image

from simulator.domain.analysis import Face
from simulator.domain.categories import Theme
from simulator.drawing.darkroom import DRAWINGS, Darkroom
from simulator.journey.clusters import SAME_PERSON
from simulator.journey.ports import PictureFile
from simulator.vision import analyzer
from simulator.vision.analyzer import OnnxAnalyzer
from simulator.vision.evaluate.samples import Pool, make_pool, sample_photos
from simulator.vision.facefinder import (
    _CANON,
    MOST_FACES,
    FoundFace,
    cut_out,
    find_faces,
    is_fine,
    overlap,
    read_codes,
)
from simulator.vision.network import open_network, read_cards
from simulator.vision.picture import Picture, decode_picture
from simulator.vision.scenenet import LEAST_SIDE

PEOPLE, PHOTOS = 3, 5


@pytest.fixture(scope="module")
def album() -> dict[str, list[Face]]:
    """Three people, each alone in five portraits: every face that the analyzer finds, by who it is."""
    finder = OnnxAnalyzer()
    found: dict[str, list[Face]] = {}
    for human in make_pool(seed=21, people=PEOPLE).people:
        pool = Pool(people=(human,), pets=())
        darkroom = Darkroom(pool.people, pool.pets, dt.date(2025, 1, 1))
        faces = found.setdefault(human.id, [])
        for _, photo in sample_photos(5, pool, Theme.PORTRAIT, len(DRAWINGS[Theme.PORTRAIT]), PHOTOS):
            content = darkroom.develop(photo)
            faces += finder.analyze(PictureFile(name=photo.id, read=lambda content=content: content)).faces
    return found


def test_most_drawn_faces_are_found(album: dict[str, list[Face]]) -> None:
    assert sum(len(faces) for faces in album.values()) >= PEOPLE * PHOTOS * 0.8


def test_boxes_are_shares_of_the_picture_and_codes_are_small_integers(album: dict[str, list[Face]]) -> None:
    for face in (face for faces in album.values() for face in faces):
        assert 0 < face.width < 1
        assert 0 < face.height < 1
        assert len(face.code) == 32
        assert all(isinstance(number, int) and -127 <= number <= 127 for number in face.code)


def test_one_person_is_nearer_to_themselves_than_to_others(album: dict[str, list[Face]]) -> None:
    same = [dist(a.code, b.code) for faces in album.values() for a, b in combinations(faces, 2)]
    others = [dist(a.code, b.code) for one, other in combinations(album.values(), 2) for a, b in product(one, other)]
    assert sum(same) / len(same) < SAME_PERSON < sum(others) / len(others)


@pytest.fixture(scope="module")
def portrait() -> Image.Image:
    """One drawn person, alone in a picture."""
    human = make_pool(seed=21, people=1).people[0]
    pool = Pool(people=(human,), pets=())
    _, photo = next(iter(sample_photos(5, pool, Theme.PORTRAIT, len(DRAWINGS[Theme.PORTRAIT]), 1)))
    content = Darkroom((human,), (), dt.date(2025, 1, 1)).develop(photo)
    return decode_picture("portrait", content).image


@pytest.mark.parametrize("size", [(512, 384), (384, 512), (500, 500), (900, 300), (301, 777)])
def test_a_face_is_found_where_it_is_whatever_the_shape_of_the_picture(
    portrait: Image.Image, size: tuple[int, int]
) -> None:
    session = open_network(read_cards()["faces"])
    face, *_ = find_faces(session, portrait, 0.7)
    left, top, right, bottom = face.box
    head = portrait.crop(tuple(int(edge) for edge in (left - 60, top - 60, right + 60, bottom + 60)))
    paper = Image.new("RGB", size, (120, 160, 90))
    corner = (size[0] - head.width, size[1] - head.height)
    paper.paste(head, corner)
    moved = (corner[0] + 60, corner[1] + 60, corner[0] + 60 + right - left, corner[1] + 60 + bottom - top)
    found, *_ = find_faces(session, paper, 0.5)
    assert overlap(found.box, moved) > 0.6


def test_no_face_is_found_where_there_is_nothing() -> None:
    session = open_network(read_cards()["faces"])
    assert find_faces(session, Image.new("RGB", (640, 480), (120, 160, 90)), 0.5) == ()


def test_no_more_faces_are_told_than_are_worth_coding() -> None:
    session = open_network(read_cards()["faces"])
    assert len(find_faces(session, Image.effect_noise((640, 480), 90).convert("RGB"), 0.0)) == MOST_FACES


def test_boxes_that_do_not_touch_do_not_overlap() -> None:
    assert overlap((0, 0, 2, 2), (2, 0, 4, 2)) == 0
    assert overlap((0, 0, 2, 2), (1, 0, 3, 2)) == pytest.approx(1 / 3)
    assert overlap((0, 0, 2, 2), (0, 0, 2, 2)) == 1


def test_a_tilted_face_is_cut_out_upright_and_at_the_usual_size() -> None:
    image = Image.new("RGB", (400, 400))
    eyes_nose_mouth = ((200.0, 150.0), (200.0, 202.0), (174.0, 176.0), (146.0, 176.0))
    for (x, y), color in zip(eyes_nose_mouth, ("red", "lime", "blue", "white"), strict=True):
        image.paste(color, (round(x) - 4, round(y) - 4, round(x) + 5, round(y) + 5))
    crop = cut_out(image, FoundFace(box=(0, 0, 1, 1), points=eyes_nose_mouth, score=1.0))
    assert crop.shape == (1, 112, 112, 3)
    assert [tuple(crop[0, y, x]) for x, y in ((43, 50), (69, 50), (56, 63), (56, 77))] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
        (255, 255, 255),
    ]


def test_of_a_near_face_no_pixel_is_passed_over() -> None:
    """Lines of black and white, a pixel wide, are grey from afar, wherever the crop's pixels fall."""
    lines = np.zeros((900, 900, 3), np.uint8)
    lines[:, ::2] = 255
    points = tuple((float(x) * 4 + 200, float(y) * 4 + 200) for x, y in _CANON)
    crop = cut_out(Image.fromarray(lines), FoundFace(box=(0, 0, 1, 1), points=points, score=1.0))
    assert 120 < crop.min() <= crop.max() < 136


@pytest.mark.parametrize(("share", "twice"), [(0.4, True), (1.0, False)])
def test_a_far_face_is_coded_from_more_pixels_than_it_was_found_in_and_a_near_one_is_not(
    portrait: Image.Image, share: float, *, twice: bool
) -> None:
    """A proxy of 682 x 512 pixels: found at a half, cut out of the whole where the half shows too little."""
    paper, file = Image.new("RGB", (682, 512), (120, 160, 90)), io.BytesIO()
    paper.paste(portrait.resize((round(682 * share), round(512 * share))))
    paper.save(file, "JPEG", quality=90)
    content, cards = file.getvalue(), read_cards()
    small, whole = decode_picture("proxy", content, LEAST_SIDE).image, decode_picture("proxy", content).image
    found = find_faces(open_network(cards["faces"]), small, cards["faces"].threshold)
    crops = [cut_out(whole, face, 2.0) if twice else cut_out(small, face) for face in found]
    analysis = OnnxAnalyzer().analyze(PictureFile(name="proxy", read=lambda: content))
    assert whole.width == 2 * small.width
    assert analysis.faces
    assert [face.code for face in analysis.faces] == read_codes(open_network(cards["codes"]), crops)


@pytest.mark.parametrize(("stretch", "fine"), [(0.6, False), (0.8, True), (3.0, True), (0.8j, True), (-0.6j, False)])
def test_a_face_is_fine_if_it_fills_most_of_a_crop_however_it_is_turned(stretch: complex, *, fine: bool) -> None:
    points = tuple((at.real, at.imag) for at in ((x + 1j * y) * stretch + 50 for x, y in _CANON))
    assert is_fine(FoundFace(box=(0, 0, 1, 1), points=points, score=1.0)) is fine


@pytest.mark.parametrize(("fine", "decodings"), [(True, ["proxy"]), (False, ["proxy", "proxy"])])
def test_a_photo_is_decoded_again_only_for_faces_of_too_few_pixels(
    portrait: Image.Image, monkeypatch: pytest.MonkeyPatch, *, fine: bool, decodings: list[str]
) -> None:
    file, decoded = io.BytesIO(), []
    portrait.resize((682, 512)).save(file, "JPEG")

    def note(name: str, *rest: Any) -> Picture:
        decoded.append(name)
        return decode_picture(name, *rest)

    monkeypatch.setattr(analyzer, "decode_picture", note)
    monkeypatch.setattr(analyzer, "is_fine", lambda _: fine)
    analysis = OnnxAnalyzer().analyze(PictureFile(name="proxy", read=file.getvalue))
    assert decoded == decodings
    assert analysis.faces


def test_the_code_of_a_face_does_not_depend_on_who_else_is_in_the_photo() -> None:
    codes = open_network(read_cards()["codes"])
    side = codes.get_inputs()[0].shape[1]
    crops = [np.random.default_rng(luck).integers(0, 256, (1, side, side, 3), dtype=np.uint8) for luck in range(5)]
    assert read_codes(codes, crops) == [code for crop in crops for code in read_codes(codes, [crop])]


def test_a_picture_of_one_pixel_has_no_face_and_no_fault() -> None:
    file = io.BytesIO()
    Image.new("RGB", (1, 1)).save(file, "PNG")
    analysis = OnnxAnalyzer().analyze(PictureFile(name="dot.png", read=file.getvalue))
    assert analysis.faces == ()
