def draw(network, arrays, file):
    """Renders the grid of fixed latents."""
    network.eval()
    z = torch.from_numpy(arrays["grid/latents"]).to(DEVICE)
    labels = torch.from_numpy(arrays["grid/labels"]).long().to(DEVICE)
    with torch.no_grad():
        pictures = network(z, labels) if CLASSES > 0 else network(z)
    write_samples(file, pictures.cpu().numpy())
    print(f"{file}: {len(z)} samples.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_suffix(".png"), help="image of the grid")
    parser.add_argument("--raw", action="store_true", help="use the raw weights instead of the averaged ones")
    parser.add_argument("--train", type=int, default=0, metavar="STEPS", help="train further first; needs --data")
    parser.add_argument("--data", type=Path, metavar="FILE", help=".npy of images, or .npz of 'pictures' and 'labels'")
    parser.add_argument("--save", type=Path, metavar="FILE.pt", help="file for the networks after training")
    chosen = parser.parse_args()
    if chosen.train > 0 and chosen.data is None:
        parser.error("--train needs --data.")

    arrays = np.load(Path(__file__).with_suffix(".npz"))
    generator = Generator().to(DEVICE)
    take(generator, arrays, "generator/", GENERATOR_ARRAYS)
    average = generator
    if AVERAGES:
        average = copy.deepcopy(generator)
        take(average, arrays, "average/", GENERATOR_ARRAYS)
    if chosen.train > 0:
        discriminator = Discriminator().to(DEVICE)
        take(discriminator, arrays, "discriminator/", DISCRIMINATOR_ARRAYS)
        others = train(chosen.train, chosen.data, arrays, generator, average, discriminator) or {}
        if chosen.save:
            networks = {"generator": generator, "average": average, "discriminator": discriminator, **others}
            torch.save({name: network.state_dict() for name, network in networks.items()}, chosen.save)
    draw(generator if chosen.raw else average, arrays, chosen.out)


if __name__ == "__main__":
    main()
