def read(file, with_labels):
    """The data of a .npy of images, or of a .npz with 'pictures' and 'labels'."""
    kept = np.load(file)
    pictures = kept if isinstance(kept, np.ndarray) else kept["pictures"]
    pictures = np.ascontiguousarray(scaled(pictures), dtype=np.float32)
    if len(pictures) < BATCH or pictures.size != len(pictures) * math.prod(IMAGE):
        raise SystemExit(f"{file} should hold at least {BATCH} images of {IMAGE}, not {pictures.shape}.")
    if with_labels and (isinstance(kept, np.ndarray) or "labels" not in kept):
        raise SystemExit(f"{file} should hold 'labels' beside 'pictures', because this GAN is given classes.")
    labels = kept["labels"].astype(np.int64).reshape(-1) if with_labels else np.zeros(len(pictures), np.int64)
    return torch.from_numpy(pictures).reshape(-1, *IMAGE), torch.from_numpy(labels)


def batches(pictures, labels):
    """Endless batches, in a new order for each epoch; an incomplete last batch is left out."""
    while True:
        order = torch.randperm(len(pictures))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            yield pictures[chosen].to(DEVICE), labels[chosen].to(DEVICE)
