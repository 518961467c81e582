"""Trains an exported GAN with PyTorch and keeps what it then draws, once with G's weights as they are and once with
their averages, as IDX files: sampled.py GAN.py STEPS DRAWN SEED. Its data lies beside the script, as IDX files too."""

import copy
import struct
import sys
from pathlib import Path

import exported
import numpy as np
import torch


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
    script, steps, drawn, seed = sys.argv[1:]
    torch.set_num_threads(1)
    torch.manual_seed(int(seed))
    script = Path(script).absolute()
    gan = exported.load(script)
    arrays = np.load(script.with_suffix(".npz"))
    generator = gan.Generator()
    gan.take(generator, arrays, "generator/", gan.GENERATOR_ARRAYS)
    average = generator
    if gan.AVERAGES:
        average = copy.deepcopy(generator)
        gan.take(average, arrays, "average/", gan.GENERATOR_ARRAYS)
    discriminator = gan.Discriminator()
    gan.take(discriminator, arrays, "discriminator/", gan.DISCRIMINATOR_ARRAYS)
    gan.train(int(steps), exported.data(script.parent), arrays, generator, average, discriminator)
    labels = exported.read(script.with_name("labels"))
    wanted = np.random.default_rng(int(seed)).choice(labels, int(drawn)).astype(np.uint8)
    draw(gan, generator, wanted, script.with_name("raw"))
    draw(gan, average, wanted, script.with_name("averaged"))


main()
