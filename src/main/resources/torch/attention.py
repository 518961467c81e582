class SelfAttention(nn.Module):
    """Self-attention between all positions of an image (SAGAN, Zhang et al. 2018, 1805.08318); keys and values are
    pooled to half the side where it is even. A learned share, 0 at the start, of the result is added to the input."""

    def __init__(self, channels, normalise=lambda layer: layer):
        super().__init__()
        self.query = normalise(nn.Conv2d(channels, channels // 8, 1, bias=False))
        self.key = normalise(nn.Conv2d(channels, channels // 8, 1, bias=False))
        self.value = normalise(nn.Conv2d(channels, channels // 2, 1, bias=False))
        self.out = normalise(nn.Conv2d(channels // 2, channels, 1, bias=False))
        self.share = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        query, key, value = self.query(x), self.key(x), self.value(x)
        if x.shape[2] % 2 == 0 and x.shape[3] % 2 == 0:
            key, value = F.avg_pool2d(key, 2), F.avg_pool2d(value, 2)
        weights = torch.softmax(query.flatten(2).transpose(1, 2) @ key.flatten(2), dim=2)
        read = value.flatten(2) @ weights.transpose(1, 2)
        return x + self.share * self.out(read.view(x.shape[0], -1, x.shape[2], x.shape[3]))
