package org.ganvas.data.points;

import org.ganvas.data.GaussianMixture.Centre;
import org.ganvas.data.SeededRandomStream;

/** Sampling of points along curves, with a little noise. Each function samples one point. Pure but for the stream. */
final class PointCurves {

    private PointCurves() {}

    /** Point on two half circles, the second mirrored and moved into the first. */
    static Centre moons(SeededRandomStream random) {
        double angle = Math.PI * random.nextDouble();
        double x = StrictMath.cos(angle);
        double y = StrictMath.sin(angle);
        return random.nextInt(2) == 0 ? noisy(x - 0.5, y - 0.25, 0.06, random) : noisy(0.5 - x, 0.25 - y, 0.06, random);
    }

    /** Point on a spiral: the angle is uniform from 3/2 pi to 9/2 pi, and the radius is proportional to it. */
    static Centre swissRoll(SeededRandomStream random) {
        double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
        return spiral(angle, angle / 10, 0.03, random);
    }

    /** Point on two spiral arms; the root makes the outer points as dense as the inner ones. */
    static Centre spirals(SeededRandomStream random) {
        double share = StrictMath.sqrt(random.nextDouble());
        double turn = random.nextInt(2) * Math.PI;
        return spiral(3 * Math.PI * share + turn, 0.15 + 1.35 * share, 0.03, random);
    }

    /** Point on a straight line. */
    static Centre line(SeededRandomStream random) {
        double x = random.nextDouble(-1, 1);
        return noisy(x, 0.5 * x, 0.03, random);
    }

    private static Centre spiral(double angle, double radius, double noise, SeededRandomStream random) {
        return noisy(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
    }

    private static Centre noisy(double x, double y, double noise, SeededRandomStream random) {
        double moved = x + noise * random.nextGaussian();
        return new Centre(moved, y + noise * random.nextGaussian());
    }
}
