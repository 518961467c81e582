class Diffusion:
    """Forward diffusion of all that D sees, by at most as many steps as D's overfitting asks for (Diffusion-GAN, Wang
    et al. 2022, 2206.02262)."""

    def __init__(self, arrays):
        beta = torch.linspace(1e-4, 2e-2, 1000, dtype=torch.float64)
        self.kept = torch.cat([torch.ones(1), (1 - beta).cumprod(0)]).float().to(DEVICE)
        share, _, updates, signs, images = arrays["diffusion/adaptation"].tolist()
        self.share, self.updates, self.signs, self.images = share, int(updates), signs, images
        self.draw()

    def draw(self):
        """The numbers of steps that those of an image are taken from: a half are 0."""
        most = 10 + int(self.share * (DIFFUSION_STEPS - 10) + 0.5)
        weights = torch.arange(1, most + 1).float() if DIFFUSION_WEIGHTED else torch.ones(most)
        self.table = torch.zeros(64, dtype=torch.long)
        self.table[:32] = 1 + torch.multinomial(weights, 32, replacement=True)

    def apply(self, images):
        left = self.kept[diffusion_steps(self.table, len(images))].view(-1, *[1] * (images.dim() - 1))
        return left.sqrt() * images + (1 - left).sqrt() * DIFFUSION_NOISE * diffusion_noise(images)

    def adapt(self, real_logits):
        """The surer D is of real images, the more steps; changed after every fourth update."""
        self.signs += real_logits.sign().sum().item()
        self.images += len(real_logits)
        self.updates += 1
        if self.updates == 4 and DIFFUSION_TARGET > 0:
            surer = self.signs / self.images - DIFFUSION_TARGET
            towards = (surer > 0) - (surer < 0)
            self.share = min(1.0, max(0.0, self.share + towards * self.images / 100_000))
            self.updates, self.signs, self.images = 0, 0.0, 0.0
            self.draw()


def diffusion_steps(table, count):
    return table[torch.randint(0, len(table), (count,))].to(DEVICE)


def diffusion_noise(images):
    return torch.randn_like(images)
