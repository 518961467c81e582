package org.ganvas.data.doodle;

import java.util.List;
import org.ganvas.data.RandomStream;

/**
 * Writes one digit as a hand would: takes a way of writing it, bends it, and draws it with a pen. Every number comes from
 * the stream it is given. Stateless; any thread.
 */
final class DoodleWriter {

    /** Pixels that a digit spans in its longer direction before the edge fades, as MNIST's do. */
    private static final double BOX = 19.3;

    /** Standard deviation of the bends of the whole figure. */
    private static final double WARP = 0.21;

    private DoodleWriter() {}

    /** One picture of 28x28 grey bytes, row by row, white on black. */
    static byte[] write(int digit, RandomStream random) {
        List<StrokeSkeleton> examples = chooseFamily(DigitSkeletons.of(digit), random).examples();
        StrokeSkeleton mixed = StrokeSkeleton.mix(examples, weights(examples.size(), random));
        DoodleStyle hand = DoodleStyle.sample(digit, random);
        PenPath path = SkeletonSpline.through(deform(mixed, hand, random), hand.straightness());
        path.smooth(hand.smoothingPasses());
        path.fit(BOX - 2 * hand.radius(), (StrokeRaster.SIDE - BOX) / 2 + hand.radius());
        path.jitter(random.nextDouble(0.1, 0.6), random);
        PenPressure.apply(path, hand.radius(), random);
        StrokeRaster sheet = new StrokeRaster();
        sheet.draw(path);
        return sheet.toImage(random);
    }

    private static StrokeSkeleton.Family chooseFamily(List<StrokeSkeleton.Family> ways, RandomStream random) {
        double all = 0;
        for (StrokeSkeleton.Family way : ways) {
            all += way.share();
        }
        double left = random.nextDouble() * all;
        int i = 0;
        while (i < ways.size() - 1 && left >= ways.get(i).share()) {
            left -= ways.get(i).share();
            i++;
        }
        return ways.get(i);
    }

    /** Sums to 1 and mostly follows one or two examples: the average of all would look like print. */
    private static double[] weights(int count, RandomStream random) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            weights[i] = u * u * u * u * u + 1e-3;
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Shakes the points one by one, bends all of them together by polynomials, then slants and turns the figure. */
    private static StrokeSkeleton deform(StrokeSkeleton s, DoodleStyle hand, RandomStream random) {
        double[] w = new double[8];
        for (int i = 0; i < w.length; i++) {
            w[i] = WARP * random.nextGaussian();
        }
        double cos = StrictMath.cos(hand.rotation());
        double sin = StrictMath.sin(hand.rotation());
        double[] x = new double[s.size()];
        double[] y = new double[s.size()];
        for (int i = 0; i < x.length; i++) {
            double u = s.x(i) - 0.5 + hand.jitter() * random.nextGaussian();
            double v = s.y(i) - 0.5 + hand.jitter() * random.nextGaussian();
            double across = u * hand.aspect() + w[0] * v * v + w[1] * u * v + w[2] * u * u + 2 * w[3] * v * v * v;
            double down = v + w[4] * u * u + w[5] * u * v + w[6] * v * v + 2 * w[7] * u * v * v;
            double slanted = across - hand.slant() * v;
            x[i] = cos * slanted - sin * down;
            y[i] = sin * slanted + cos * down;
        }
        return s.through(x, y);
    }
}
