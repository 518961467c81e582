def minibatch_deviation(x, group):
    """Appends a channel with the deviation within groups of the batch (Karras et al. 2018, 1710.10196)."""
    size = min(group, len(x))
    if len(x) % size != 0:
        size = len(x)
    groups = x.reshape(len(x) // size, size, -1)
    variance = (groups - groups.mean(1, keepdim=True)).square().mean(1)
    deviation = (variance + 1e-8).sqrt().mean(1).repeat_interleave(size)
    channel = deviation.view(-1, *[1] * (x.dim() - 1)).expand(-1, 1, *x.shape[2:])
    return torch.cat([x, channel], dim=1)
