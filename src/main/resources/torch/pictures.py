def sheet(pictures):
    """A grid of images in [-1, 1] with two pixels between them, each pixel SCALE times as large."""
    channels, height, width = IMAGE[0], IMAGE[1] * SCALE, IMAGE[2] * SCALE
    shades = ((pictures.reshape(-1, *IMAGE).clip(-1, 1) + 1) * 127.5).round().astype(np.uint8)
    large = shades.repeat(SCALE, axis=2).repeat(SCALE, axis=3).transpose(0, 2, 3, 1)
    page = np.zeros((ROWS * (height + 2) - 2, COLUMNS * (width + 2) - 2, channels), np.uint8)
    for index, picture in enumerate(large):
        top, left = index // COLUMNS * (height + 2), index % COLUMNS * (width + 2)
        page[top : top + height, left : left + width] = picture
    return page


def scaled(pictures):
    """Bytes to [-1, 1], channels in front; other numbers are expected in [-1, 1]."""
    if pictures.shape[-1] == IMAGE[0] and pictures.shape[1:] == (IMAGE[1], IMAGE[2], IMAGE[0]):
        pictures = pictures.transpose(0, 3, 1, 2)
    return pictures / np.float32(127.5) - 1 if pictures.dtype == np.uint8 else pictures


def write_samples(file, pictures):
    """Writes the grid as an image."""
    write_png(file, sheet(pictures))
