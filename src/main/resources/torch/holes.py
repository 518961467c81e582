def holes(images, place):
    """A mask of one plane for each image, 1 where pixels are missing and -1 elsewhere."""
    height, width = IMAGE[1:]
    masks = -torch.ones(len(images), 1, height, width, device=images.device)
    for mask in masks:
        if place == "BRUSH":
            brush(mask[0])
        else:
            centred = place == "CENTRED"
            top = (height - SIDE) // 2 if centred else int(torch.randint(height - SIDE + 1, ()))
            left = (width - SIDE) // 2 if centred else int(torch.randint(width - SIDE + 1, ()))
            mask[0, top : top + SIDE, left : left + SIDE] = 1
    return masks


def brush(mask):
    """Strokes of a round brush, until about as much is missing as in a square hole."""
    height, width = mask.shape
    rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    y, x = torch.rand(()) * height, torch.rand(()) * width
    for _ in range(200):
        if (mask > 0).sum() >= 0.85 * SIDE * SIDE:
            return
        angle = torch.rand(()) * 2 * math.pi
        for part in torch.linspace(0, SIDE / 2, SIDE):
            near = (rows - y - part * angle.sin()) ** 2 + (columns - x - part * angle.cos()) ** 2
            mask[near <= (SIDE / 6) ** 2] = 1
        y = (y + SIDE / 2 * angle.sin()).clamp(0, height - 1)
        x = (x + SIDE / 2 * angle.cos()).clamp(0, width - 1)
