def images(kept, name, file):
    """Images of one name in a .npz, in [-1, 1]."""
    if name not in kept:
        raise SystemExit(f"{file} should hold '{name}'.")
    pictures = np.ascontiguousarray(scaled(kept[name]), dtype=np.float32)
    if len(pictures) < BATCH or pictures.size != len(pictures) * math.prod(IMAGE):
        raise SystemExit(f"'{name}' should be at least {BATCH} images of {IMAGE}, not {pictures.shape}.")
    return torch.from_numpy(pictures).reshape(-1, *IMAGE)


def orders(count):
    """Endless batches of indices, in a new order for each epoch; an incomplete last batch is left out."""
    while True:
        order = torch.randperm(count)
        for start in range(0, count - BATCH + 1, BATCH):
            yield order[start : start + BATCH]
