def as_image(given):
    """What the generator is given, as images: enlarged, in all channels, without a mask."""
    planes = given[:, : min(IMAGE[0], len(given[0]))] if len(given[0]) >= IMAGE[0] else given[:, :1]
    return F.interpolate(planes, IMAGE[1:], mode="nearest").expand(-1, IMAGE[0], -1, -1)


def draw(networks, file, data):
    """Renders examples of the data: what is given, what comes of it, and the true image or the way back."""
    for network in networks.values():
        network.eval()
    supply = batches(*data)
    rows = []
    with torch.no_grad():
        while len(rows) < ROWS * COLUMNS // 3:
            rows.extend(zip(*examples(networks, *next(supply))))
    pictures = torch.stack([picture for row in rows[: ROWS * COLUMNS // 3] for picture in row])
    write_png(file, sheet(pictures.cpu().numpy()))
    print(f"{file}: {len(pictures) // 3} examples.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="FILE", help=".npz of 'pictures'" + DATA_HELP)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_suffix(".png"), help="image of the examples")
    parser.add_argument("--raw", action="store_true", help="use the raw weights instead of the averaged ones")
    parser.add_argument("--train", type=int, default=0, metavar="STEPS", help="train further first")
    parser.add_argument("--save", type=Path, metavar="FILE.pt", help="file for the networks after training")
    chosen = parser.parse_args()

    arrays = np.load(Path(__file__).with_suffix(".npz"))
    networks, averages = load(arrays)
    data = read(chosen.data)
    if chosen.train > 0:
        train(chosen.train, data, arrays, networks, averages)
        if chosen.save:
            torch.save({name: network.state_dict() for name, network in networks.items()}, chosen.save)
    draw(networks if chosen.raw else averages, chosen.out, data)


def load(arrays):
    """All networks with their weights, and the same with averaged weights where they are kept."""
    networks, averages = {}, {}
    for name, (kind, names) in PLAYERS.items():
        networks[name] = averages[name] = kind().to(DEVICE)
        take(networks[name], arrays, name + "/", names)
        if AVERAGES and kind is Generator:
            averages[name] = copy.deepcopy(networks[name])
            take(averages[name], arrays, "average/" if name == "generator" else f"average/{name}/", names)
    return networks, averages


if __name__ == "__main__":
    main()
