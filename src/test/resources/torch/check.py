"""Runs an exported script with the random numbers of a tape and compares what comes out with what the engine made.

check.py SCRIPT.py TAPE.npz prints four numbers: how far the grid lies off, how far G's weights, their average and D's
weights lie off after the steps of the tape, each as a share of how far the weights moved; and a fifth for an encoder.
"""
import copy
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


def roll(name):
    """The arrays of one kind, one after the other."""
    for values in tape["tape/" + name]:
        yield torch.from_numpy(values)


def network(kind, prefix, names):
    made = kind()
    script.take(made, arrays, prefix, names)
    return made


generator = network(script.Generator, "generator/", script.GENERATOR_ARRAYS)
average = generator
if script.AVERAGES:
    average = network(script.Generator, "average/", script.GENERATOR_ARRAYS)
discriminator = network(script.Discriminator, "discriminator/", script.DISCRIMINATOR_ARRAYS)

drawn = copy.deepcopy(average).eval()
z, labels = torch.from_numpy(arrays["grid/latents"]), torch.from_numpy(arrays["grid/labels"]).long()
with torch.no_grad():
    pictures = drawn(z, labels) if script.CLASSES > 0 else drawn(z)
print(np.abs(pictures.flatten().numpy() - tape["tape/grid"].flatten()).max())

latents, wanted, shares = roll("latents"), roll("wanted"), roll("shares")
real = zip(roll("real"), roll("labels"))
script.read = lambda file, with_labels: ()
script.batches = lambda: ((x.reshape(-1, *script.IMAGE), y.long()) for x, y in real)
torch.randn = lambda *shape, device: next(latents).reshape(shape)
torch.randint = lambda high, shape, device: next(wanted).long().reshape(shape)
# Uniform latents are the only random numbers of that shape.
torch.rand = lambda *shape, device: (
    (next(latents).reshape(shape) + 1) / 2
    if shape == (script.BATCH, script.LATENT)
    else next(shares)[: np.prod(shape)].reshape(shape)
)


def dealt(name):
    """The numbers of one kind, as many at a time as a shape asks for."""
    numbers = torch.cat([torch.zeros(0), *roll(name)])
    while True:
        size = yield
        yield numbers[:size]
        numbers = numbers[size:]


def part(source, shape):
    next(source)
    return source.send(int(np.prod(shape))).reshape(shape)


cuts, noise = dealt("cuts"), dealt("noise")
faded, fading = dealt("faded"), dealt("fading")
script.diffusion_steps = lambda table, count: part(faded, (count,)).long()
script.diffusion_noise = lambda images: part(fading, images.shape)
script.style_cuts = lambda count, readers, mixing, device: part(cuts, (count,)).long()
path_noise, path_images = dealt("path_noise"), dealt("path_images")
# Path lengths are those of a half of the batch.
script.pixel_noise = lambda x: part(noise if len(x) == script.BATCH else path_noise, (len(x), 1, *x.shape[2:]))
script.path_noise = lambda pictures: part(path_images, pictures.shape)
torch.rand_like = lambda like: next(shares).reshape(like.shape)
others = script.train(int(tape["tape/steps"][0]), None, arrays, generator, average, discriminator) or {}


def off(made, prefix, names):
    own = {**dict(made.named_parameters()), **dict(made.named_buffers())}
    apart = moved = 0.0
    for name, array in names.items():
        values = own[name].detach()
        apart += (values - script.as_torch(tape, prefix + array)).square().sum().item()
        moved += (values - script.as_torch(arrays, prefix + array)).square().sum().item()
    return (apart / max(moved, 1e-30)) ** 0.5


print(off(generator, "generator/", script.GENERATOR_ARRAYS))
print(off(average, "average/" if script.AVERAGES else "generator/", script.GENERATOR_ARRAYS))
print(off(discriminator, "discriminator/", script.DISCRIMINATOR_ARRAYS))
for name, other in others.items():
    print(off(other, name + "/", getattr(script, name.upper() + "_ARRAYS")))
