def gradient_penalty(logits, points, center):
    """The mean of (|gradient of D at each point| - center) squared."""
    (gradient,) = torch.autograd.grad(logits.mean(1).sum(), points, create_graph=True)
    squares = gradient.reshape(len(logits), -1).square().sum(1)
    if center == 0:
        return squares.mean()
    return ((squares + 1e-12).sqrt() - center).square().mean()
