"""Runs an exported script of a translation with what the engine drew and compares what comes out.

check_translation.py SCRIPT.py TAPE.npz prints how far the outputs for one batch lie off, then of each network and of each
average how far its weights lie off after the steps of the tape, as a share of how far they moved.
"""
import importlib.util
import sys

import numpy as np
import torch

spec = importlib.util.spec_from_file_location("script", sys.argv[1])
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)
arrays = np.load(sys.argv[1][: -len(".py")] + ".npz")
tape = np.load(sys.argv[2])
script.DEVICE = torch.device("cpu")
networks, averages = script.load(arrays)


def roll(name):
    """The batches of one kind, one after the other, as images of any number of planes."""
    for values in tape["tape/" + name]:
        pixels = torch.from_numpy(values).reshape(script.BATCH, -1)
        planes = pixels.shape[1] // (script.IMAGE[1] * script.IMAGE[2])
        factor = 1
        while planes == 0 or pixels.shape[1] % (script.IMAGE[1] // factor * (script.IMAGE[2] // factor)) > 0:
            factor *= 2
            planes = pixels.shape[1] // (script.IMAGE[1] // factor * (script.IMAGE[2] // factor))
        yield pixels.reshape(script.BATCH, planes, script.IMAGE[1] // factor, script.IMAGE[2] // factor)


first, second = next(roll("first")), next(roll("second"))
for network in averages.values():
    network.eval()
with torch.no_grad():
    made = script.examples(averages, first, second)[1]
print(np.abs(made.flatten().numpy() - tape["tape/grid"].flatten()).max())
if hasattr(script, "change") and len(sys.argv) > 3:
    print((script.change(first) - second).abs().max().item())

chances = iter(tape["tape/chances"])
script.chance = lambda: float(next(chances))
script.pick = lambda count: int(next(chances))
script.batches = lambda: zip(roll("first"), roll("second"))
script.train(int(tape["tape/steps"][0]), (), arrays, networks, averages)
assert next(chances, None) is None, "random numbers are left"


def off(made, prefix, names):
    own = {**dict(made.named_parameters()), **dict(made.named_buffers())}
    apart = moved = 0.0
    for name, array in names.items():
        values = own[name].detach()
        apart += (values - script.as_torch(tape, prefix + array)).square().sum().item()
        moved += (values - script.as_torch(arrays, prefix + array)).square().sum().item()
    return (apart / max(moved, 1e-30)) ** 0.5


for name, (kind, names) in script.PLAYERS.items():
    print(off(networks[name], name + "/", names))
    if script.AVERAGES and kind is script.Generator:
        print(off(averages[name], "average/" if name == "generator" else f"average/{name}/", names))
