def style_cuts(count, readers, mixing, device):
    """For each sample the layer from which on it has its neighbour's style, or the number of layers for none."""
    cuts = torch.randint(1, readers, (count,), device=device)
    return torch.where(torch.rand(count, device=device) < mixing, cuts, torch.full_like(cuts, readers))


def pixel_noise(x):
    """New noise for each pixel, the same for all channels."""
    return torch.randn(len(x), 1, *x.shape[2:], device=x.device)


class Mapping(nn.Module):
    """The mapping network from z to w, which learns at a lower rate: its weights are stored divided by that."""

    def __init__(self, inputs, units, rate, factors):
        super().__init__()
        widths = [inputs] + [units] * len(factors)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
        self.rate, self.factors = rate, factors

    def forward(self, x):
        x = x / (x.square().mean(1, keepdim=True) + 1e-8).sqrt()
        for layer, factor in zip(self.layers, self.factors):
            x = F.leaky_relu(F.linear(x, layer.weight * factor, layer.bias * self.rate), 0.2)
        return x


class Style(nn.Module):
    """The style w of each layer that reads it: in training, some samples go on with their neighbour's."""

    def __init__(self, width, readers, mixing, decay):
        super().__init__()
        self.register_buffer("mean", torch.zeros(width))
        self.readers, self.mixing, self.decay = readers, mixing, decay
        self.mixes, self.own = True, None

    def forward(self, w):
        self.own = None if self.mixes else w
        if not self.training:
            return [w] * self.readers
        with torch.no_grad():
            self.mean.lerp_(w.mean(0), 1 - self.decay)
        if not self.mixes or self.mixing == 0 or self.readers < 2 or len(w) < 2:
            return [w] * self.readers
        cuts = style_cuts(len(w), self.readers, self.mixing, w.device)
        return [torch.where((k < cuts)[:, None], w, w.roll(-1, 0)) for k in range(self.readers)]


class ModulatedConv(nn.Module):
    """A convolution whose weights the style modulates (StyleGAN2, Karras et al. 2020, 1912.04958); with a gain they are
    brought to unit norm first."""

    def __init__(self, inputs, filters, kernel, up, width, gain, factor, style_factor):
        super().__init__()
        rows, columns = (inputs, filters) if up == 2 else (filters, inputs)
        self.weight = nn.Parameter(torch.zeros(rows, columns, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(filters))
        self.affine = nn.Linear(width, inputs)
        self.up, self.gain = up, gain
        self.padding = (kernel - up) // 2
        self.factor, self.style_factor = factor, style_factor

    def forward(self, x, w):
        style = F.linear(w, self.affine.weight * self.style_factor, self.affine.bias)
        weight = self.weight * self.factor
        x = x * style[:, :, None, None]
        if self.up == 2:
            x = F.conv_transpose2d(x, weight, stride=2, padding=self.padding)
        else:
            x = F.conv2d(x, weight, padding=self.padding)
        if self.gain is not None:
            energy = weight.square().sum((2, 3))
            energy = energy if self.up == 2 else energy.t()
            x = x * (self.gain * (style.square() @ energy + 1e-8).rsqrt())[:, :, None, None]
        return x + self.bias[:, None, None]


class AdaIN(nn.Module):
    """Adaptive instance normalisation by the style (StyleGAN, Karras et al. 2018, 1812.04948)."""

    def __init__(self, channels, width, epsilon, style_factor):
        super().__init__()
        self.affine = nn.Linear(width, 2 * channels)
        self.epsilon, self.style_factor = epsilon, style_factor

    def forward(self, x, w):
        style = F.linear(w, self.affine.weight * self.style_factor, self.affine.bias)
        scale, shift = style[:, :, None, None].chunk(2, 1)
        return F.instance_norm(x, eps=self.epsilon) * scale + shift


class PixelNoise(nn.Module):
    """Noise per pixel, times a strength per channel: new in training, otherwise always the same."""

    def __init__(self, channels, height, width):
        super().__init__()
        self.strength = nn.Parameter(torch.zeros(channels))
        self.register_buffer("still", torch.zeros(height, width))

    def forward(self, x):
        noise = pixel_noise(x) if self.training else self.still
        return x + self.strength[:, None, None] * noise
