def sheet(points):
    """A plot of points as black dots, as the networks give them, with their origin in the centre."""
    side = 640
    reach = 1.1 * max(1e-6, float(np.abs(points).max()))
    page = np.full((side, side, 1), 255, np.uint8)
    for x, y in points:
        row, column = int((1 - y / reach) / 2 * (side - 1)), int((1 + x / reach) / 2 * (side - 1))
        page[row - 1 : row + 2, column - 1 : column + 2] = 0
    return page


def scaled(points):
    """Points as the networks take them, of points in the units of the data."""
    return (np.asarray(points, np.float64) - CENTRE) / SCALE


def in_units(points):
    """Points in the units of the data, of points as the networks give them."""
    return CENTRE + np.asarray(points, np.float64) * SCALE


def write_samples(file, points):
    """Writes a plot, or a table in the units of the data where the name ends in .csv."""
    if file.suffix.lower() != ".csv":
        return write_png(file, sheet(points))
    rows = (f"{float(x)!r},{float(y)!r}\n" for x, y in in_units(points))
    file.write_text("x,y\n" + "".join(rows), encoding="ascii")
