class PathLength:
    """Path length regularisation (StyleGAN2, Karras et al. 2020, 1912.04958): equal steps in w change every image
    equally."""

    def __init__(self, arrays):
        self.mean = float(arrays["pathLength/mean"][0])

    def penalty(self, generator, z, *labels):
        """The mean of (length - running mean of the lengths) squared, over a half of the batch."""
        half = max(1, len(z) // 2)
        styles = [part for part in generator.modules() if isinstance(part, Style)]
        for style in styles:
            style.mixes = False
        pictures = generator(z[:half], *[each[:half] for each in labels])
        for style in styles:
            style.mixes = True
        shown = (pictures * path_noise(pictures)).sum() / math.sqrt(pictures[0, 0].numel())
        squares = sum(
            gradient.square().sum(1)
            for gradient in torch.autograd.grad(shown, [style.own for style in styles], create_graph=True)
        )
        lengths = (squares + 1e-12).sqrt()
        measured = lengths.mean().item()
        self.mean = measured if self.mean == 0 else self.mean + 0.01 * (measured - self.mean)
        return (lengths - self.mean).square().mean()


def path_noise(pictures):
    return torch.randn_like(pictures)
