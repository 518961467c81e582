package org.ganvas.data.points;

import org.ganvas.data.GaussianMixture.Centre;
import org.ganvas.data.RandomStream;

/** Points along curves, with a little noise. Each function draws one point. Pure but for the stream, any thread. */
final class PointCurves {

    private PointCurves() {}

    /** Two half circles, the second turned over and moved into the first. */
    static Centre moons(RandomStream random) {
        double angle = Math.PI * random.nextDouble();
        double x = StrictMath.cos(angle);
        double y = StrictMath.sin(angle);
        return random.nextInt(2) == 0 ? noisy(x - 0.5, y - 0.25, 0.06, random) : noisy(0.5 - x, 0.25 - y, 0.06, random);
    }

    /** The angle runs evenly from 3/2 pi to 9/2 pi, and the radius grows with it. */
    static Centre swissRoll(RandomStream random) {
        double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
        return spiral(angle, angle / 10, 0.03, random);
    }

    /** The root makes points as dense outside as inside. */
    static Centre spirals(RandomStream random) {
        double share = StrictMath.sqrt(random.nextDouble());
        double turn = random.nextInt(2) * Math.PI;
        return spiral(3 * Math.PI * share + turn, 0.15 + 1.35 * share, 0.03, random);
    }

    static Centre line(RandomStream random) {
        double x = random.nextDouble(-1, 1);
        return noisy(x, 0.5 * x, 0.03, random);
    }

    private static Centre spiral(double angle, double radius, double noise, RandomStream random) {
        return noisy(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
    }

    private static Centre noisy(double x, double y, double noise, RandomStream random) {
        double moved = x + noise * random.nextGaussian();
        return new Centre(moved, y + noise * random.nextGaussian());
    }
}
