"""The smallest network in which sums of bytes can overflow: under a kilobyte, written here byte by byte.

A processor without VNNI adds two products of an unsigned and a signed byte in sixteen bits. The greatest products there
are overflow them, in a convolution as in a product of matrices, unless the library took care. There are 64 rows, since
it chooses other instructions for few.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

ROWS = 64
_SIDE = 8  # of a picture of as many pixels as there are rows
_CHANNELS = 16
_GREATEST = (255, 127)  # of the two kinds of byte
_EACH = _CHANNELS * _GREATEST[0] * _GREATEST[1]  # what every sum is
_ROUNDED = 200  # the same, after the convolution has rounded it to a byte
_STEP = _EACH / _ROUNDED
_OPSET, _IR = 13, 8
_FLOAT, _UINT8, _INT8, _INT32 = 1, 2, 3, 6  # as ONNX numbers its types

# Fields of ONNX's messages, by the numbers that its protocol gives them.
_Field = tuple[int, int | str | bytes]


def find_sums(session: Any) -> bool:
    """Whether the network, as this session runs it, gives the right sums: all of them."""
    picture = np.full((1, _CHANNELS, _SIDE, _SIDE), _GREATEST[0], np.uint8)
    convolved, multiplied = session.run(None, {"picture": picture, "rows": picture.reshape(ROWS, _CHANNELS)})
    return bool((convolved == _ROUNDED).all() and (multiplied == _EACH).all())


def probe_model() -> bytes:
    """The network as ONNX: a convolution of ``picture`` and a product of ``rows``, with nothing but greatest bytes."""
    picture, rows = (1, _CHANNELS, _SIDE, _SIDE), (ROWS, _CHANNELS)
    convolution = ("picture", "one", "none", "weight", "one", "zero", "step", "none")
    graph = _message(
        (1, _node("QLinearConv", convolution, "convolved")),
        (1, _node("MatMulInteger", ("rows", "matrix"), "multiplied")),
        (2, "probe"),
        (5, _tensor("weight", _INT8, np.full((_CHANNELS, _CHANNELS, 1, 1), _GREATEST[1], np.int8))),
        (5, _tensor("matrix", _INT8, np.full((_CHANNELS, _CHANNELS), _GREATEST[1], np.int8))),
        (5, _tensor("one", _FLOAT, np.array(1, np.float32))),
        (5, _tensor("step", _FLOAT, np.array(_STEP, np.float32))),
        (5, _tensor("none", _UINT8, np.array(0, np.uint8))),
        (5, _tensor("zero", _INT8, np.array(0, np.int8))),
        (11, _value("picture", _UINT8, picture)),
        (11, _value("rows", _UINT8, rows)),
        (12, _value("convolved", _UINT8, picture)),
        (12, _value("multiplied", _INT32, rows)),
    )
    return _message((1, _IR), (7, graph), (8, _message((2, _OPSET))))


def _node(operator: str, inputs: Sequence[str], output: str) -> bytes:
    return _message(*((1, name) for name in inputs), (2, output), (4, operator))


def _tensor(name: str, kind: int, values: Any) -> bytes:
    return _message(*((1, side) for side in values.shape), (2, kind), (8, name), (9, values.tobytes()))


def _value(name: str, kind: int, shape: Sequence[int]) -> bytes:
    sides = _message(*((1, _message((1, side))) for side in shape))
    return _message((1, name), (2, _message((1, _message((1, kind), (2, sides))))))


def _message(*fields: _Field) -> bytes:
    """As Protocol Buffers writes it: each field as its number and kind, then an integer, or a length and the bytes."""
    written = b""
    for number, value in fields:
        if isinstance(value, int):
            written += _varint(number << 3) + _varint(value)
        else:
            content = value.encode() if isinstance(value, str) else value
            written += _varint(number << 3 | 2) + _varint(len(content)) + content
    return written


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; all but the last byte have the eighth set."""
    if number < 1 << 7:
        return bytes([number])
    return bytes([number & 0x7F | 0x80]) + _varint(number >> 7)
