# ---- Files ----


def as_torch(arrays, name):
    """An array of the .npz; weights of dense layers are stored there as [inputs, outputs]."""
    values = torch.from_numpy(arrays[name])
    return values.t() if name.endswith((".dense/weight", ".maxout/weight", "head/weight")) else values


def take(network, arrays, prefix, names):
    """Loads weights and running statistics into a network."""
    own = {**dict(network.named_parameters()), **dict(network.named_buffers())}
    with torch.no_grad():
        for name, array in names.items():
            own[name].copy_(as_torch(arrays, prefix + array))


def count(arrays, name, otherwise):
    """A count, stored as two floats that are exact; runs of older versions have none."""
    if name not in arrays:
        return otherwise
    high, low = arrays[name]
    return int(high) * 2**20 + int(low)


def take_moments(optimizer, kinds, network, arrays, prefix, names, updates):
    """Restores the state of an optimizer after so many updates, if the arrays do not say how many."""
    for name, parameter in network.named_parameters():
        kept = {"step": torch.tensor(float(count(arrays, prefix + "clock/" + names[name], updates)))}
        for kind, folder in kinds.items():
            array = as_torch(arrays, prefix + folder + "/" + names[name])
            kept[kind] = torch.empty_like(parameter, requires_grad=False).copy_(array)
        optimizer.state[parameter] = kept


def write_png(file, pixels):
    """An 8-bit PNG of an array [height, width, 1 or 3] of bytes."""
    height, width, channels = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)
