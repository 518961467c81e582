def augment(pictures, probability):
    """Random changes that gradients pass through (DiffAugment, Zhao et al. 2020, 2006.10738), each image being
    changed with a probability (ADA, Karras et al. 2020, 2006.06676)."""
    batch, channels, height, width = len(pictures), *IMAGE
    x = pictures.reshape(batch, channels, height, width)
    chosen = torch.rand(batch, 1, 1, 1, device=DEVICE) < probability

    def factors(low, high, otherwise):
        drawn = low + (high - low) * torch.rand(batch, 1, 1, 1, device=DEVICE)
        return torch.where(chosen, drawn, torch.full_like(drawn, otherwise))

    if COLOUR:
        x = x + factors(-0.5, 0.5, 0)
        if channels > 1:
            mean = x.mean(1, keepdim=True)
            x = mean + (x - mean) * factors(0, 2, 1)
        mean = x.mean((1, 2, 3), keepdim=True)
        x = mean + (x - mean) * factors(0.5, 1.5, 1)
    rows = torch.arange(height, device=DEVICE).view(1, 1, height, 1)
    columns = torch.arange(width, device=DEVICE).view(1, 1, 1, width)
    if TRANSLATION:
        # By up to an eighth of the side, zeros coming in from the border.
        down, right = (height + 4) // 8, (width + 4) // 8
        framed = F.pad(x, (right, right, down, down))
        dy = torch.where(chosen, torch.randint(-down, down + 1, (batch, 1, 1, 1), device=DEVICE), 0)
        dx = torch.where(chosen, torch.randint(-right, right + 1, (batch, 1, 1, 1), device=DEVICE), 0)
        framed = framed.gather(2, (rows - dy + down).expand(batch, channels, height, width + 2 * right))
        x = framed.gather(3, (columns - dx + right).expand(batch, channels, height, width))
    if CUTOUT:
        # A grey square of half the side.
        top = torch.randint(0, height + 1, (batch, 1, 1, 1), device=DEVICE) - height // 4
        left = torch.randint(0, width + 1, (batch, 1, 1, 1), device=DEVICE) - width // 4
        hole = (rows >= top) & (rows < top + height // 2) & (columns >= left) & (columns < left + width // 2)
        x = x * (~(hole & chosen)).float()
    return x.reshape(pictures.shape)
