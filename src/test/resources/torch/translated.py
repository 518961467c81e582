"""Trains an exported translation with PyTorch and keeps what it then makes of 'inputs', with the weights as they are in
'raw' and with their averages in 'averaged': translated.py GAN.py STEPS SEED CHANNELS HEIGHT WIDTH, the shape being that of
an input. Data lies beside the script as IDX files; inputs and outputs are floats, the highest byte first, row after row."""

import sys
import time
from pathlib import Path

import exported
import numpy as np
import torch


def translate(gan, networks, inputs):
    for network in networks.values():
        network.eval()
    with torch.no_grad():
        # Of pairs the second argument is what is given, of independent sets the first.
        return torch.cat([gan.examples(networks, some, some)[1] for some in inputs.split(100)])


def main():
    script, steps, seed, *shape = sys.argv[1:]
    torch.set_num_threads(1)
    torch.manual_seed(int(seed))
    script = Path(script).absolute()
    gan = exported.load(script)
    arrays = np.load(script.with_suffix(".npz"))
    networks, averages = gan.load(arrays)
    data = gan.read(exported.data(script.parent))
    start = time.process_time()
    gan.train(int(steps), data, arrays, networks, averages)
    print(f"{time.process_time() - start:.1f} s of processor time")
    inputs = np.fromfile(script.with_name("inputs"), ">f4").astype(np.float32)
    inputs = torch.from_numpy(inputs).reshape(-1, *map(int, shape))
    for name, some in ("raw", networks), ("averaged", averages):
        translate(gan, some, inputs).numpy().astype(">f4").tofile(script.with_name(name))


main()
