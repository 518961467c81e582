class Pool:
    """Generated images that D sees again in place of new ones (Shrivastava et al. 2017, 1612.07828)."""

    def __init__(self, arrays, name):
        self.images = torch.from_numpy(arrays[f"history/{name}/pictures"]).reshape(-1, *IMAGE).to(DEVICE)
        self.count = count(arrays, f"history/{name}/count", 0)

    def exchange(self, made):
        shown = made.clone()
        for index, image in enumerate(made):
            if self.count < len(self.images):
                self.images[self.count] = image
                self.count += 1
            elif chance() < 0.5:
                kept = pick(len(self.images))
                shown[index] = self.images[kept]
                self.images[kept] = image
        return shown


def chance():
    return torch.rand(()).item()


def pick(count):
    return torch.randint(count, ()).item()
