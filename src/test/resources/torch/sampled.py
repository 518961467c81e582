"""Trains an exported GAN with PyTorch and keeps what it then draws, once with G's weights as they are and once with
their averages, as IDX files: sampled.py GAN.py IMAGES.idx LABELS.idx STEPS DRAWN SEED OUT."""

import copy
import importlib.util
import struct
import sys
from pathlib import Path

import numpy as np
import torch


def load(script):
    spec = importlib.util.spec_from_file_location("gan", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(file):
    content = Path(file).read_bytes()
    shape = struct.unpack(f">{content[3]}I", content[4 : 4 + 4 * content[3]])
    return np.frombuffer(content, np.uint8, offset=4 + 4 * content[3]).reshape(shape)


def write(file, values):
    header = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
    file.write_bytes(header + np.ascontiguousarray(values, np.uint8).tobytes())


def draw(gan, network, labels, folder):
    """As many pictures as labels, 500 at a time, rounded to bytes as pictures in files are."""
    network.eval()
    drawn = []
    with torch.no_grad():
        for start in range(0, len(labels), 500):
            some = torch.from_numpy(labels[start : start + 500].astype(np.int64))
            z = torch.randn(len(some), gan.LATENT)
            drawn.append((network(z, some) if gan.CLASSES > 0 else network(z)).reshape(len(some), -1).numpy())
    shades = ((np.concatenate(drawn).clip(-1, 1) + 1) * 127.5).round().astype(np.uint8)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "train-images-idx3-ubyte", shades.reshape(-1, *gan.IMAGE[1:]))
    write(folder / "train-labels-idx1-ubyte", labels)


def main():
    script, images, labels, steps, drawn, seed, out = sys.argv[1:]
    torch.set_num_threads(1)
    torch.manual_seed(int(seed))
    gan = load(Path(script))
    out = Path(out)
    data = Path(script).with_name("data.npz")
    np.savez(data, pictures=read(images)[:, None], labels=read(labels))
    arrays = np.load(Path(script).with_suffix(".npz"))
    generator = gan.Generator()
    gan.take(generator, arrays, "generator/", gan.GENERATOR_ARRAYS)
    average = generator
    if gan.AVERAGES:
        average = copy.deepcopy(generator)
        gan.take(average, arrays, "average/", gan.GENERATOR_ARRAYS)
    discriminator = gan.Discriminator()
    gan.take(discriminator, arrays, "discriminator/", gan.DISCRIMINATOR_ARRAYS)
    gan.train(int(steps), data, arrays, generator, average, discriminator)
    wanted = np.random.default_rng(int(seed)).choice(read(labels), int(drawn)).astype(np.uint8)
    draw(gan, generator, wanted, out / "raw")
    draw(gan, average, wanted, out / "averaged")


main()
