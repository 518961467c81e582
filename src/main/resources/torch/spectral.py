class SpectralNorm(nn.Module):
    """A weight divided by its largest singular value (Miyato et al. 2018, 1802.05957), which one step of power
    iteration follows in every training pass. Weights of dense layers count as [inputs, outputs] here."""

    def __init__(self, layer):
        super().__init__()
        self.dense = isinstance(layer, nn.Linear)
        rows = layer.in_features if self.dense else layer.weight.shape[0]
        self.register_buffer("direction", F.normalize(torch.randn(rows), dim=0))

    def forward(self, weight):
        matrix = weight.t() if self.dense else weight.flatten(1)
        with torch.no_grad():
            right = F.normalize(matrix.t() @ self.direction, dim=0)
            if self.training:
                self.direction.copy_(F.normalize(matrix @ right, dim=0))
            left = self.direction.clone()
        return weight / (left @ (matrix @ right))


def spectral(layer):
    """The same layer with its weight normalised."""
    parametrize.register_parametrization(layer, "weight", SpectralNorm(layer))
    return layer
