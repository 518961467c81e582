"""What programs that train an exported script share: the script as a module, and IDX files as its data."""

import importlib.util
import struct
from pathlib import Path

import numpy as np


def load(script):
    """The exported script as a module."""
    spec = importlib.util.spec_from_file_location("gan", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(file):
    """The bytes of an IDX file in their shape."""
    content = Path(file).read_bytes()
    shape = struct.unpack(f">{content[3]}I", content[4 : 4 + 4 * content[3]])
    return np.frombuffer(content, np.uint8, offset=4 + 4 * content[3]).reshape(shape)


def data(folder):
    """The .npz that the script reads, made of the IDX files in a folder."""
    files = {"pictures": "images", "labels": "labels", "given": "given"}
    arrays = {name: read(folder / file) for name, file in files.items() if (folder / file).exists()}
    np.savez(folder / "data.npz", **arrays)
    return folder / "data.npz"
