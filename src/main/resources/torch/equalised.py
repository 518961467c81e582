class Equalised(nn.Module):
    """A weight stored as N(0, 1) and used times a constant, so that all layers learn at one rate (Karras et al. 2018,
    1710.10196)."""

    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, weight):
        return weight * self.factor


def equalised(layer, factor):
    """The same layer with its weight scaled."""
    parametrize.register_parametrization(layer, "weight", Equalised(factor))
    return layer
