package org.ganvas.data.doodle;

import org.ganvas.data.SeededRandomStream;

/**
 * Pen pressure along a path, which sets the width of the line: a slow variation, a nib that is wider in one direction than
 * in another, and ends that are thicker or thinner. Used by one thread for one image.
 */
final class PenPressureProfile {

    private static final double SWELL = 0.13;
    private static final double NIB = 0.1;
    private static final double THINNEST = 0.45;

    /** Points between two random values of the pressure: about seven pixels of the line. */
    private static final int SWELL_LENGTH = 5;

    /** Points at either end of a stroke whose width differs. */
    private static final int END_LENGTH = 2;

    private final PenStrokePath path;
    private final SeededRandomStream random;
    private final double[] radius;
    private final double nibAlong;
    private final double nibAcross;

    private PenPressureProfile(PenStrokePath path, SeededRandomStream random) {
        this.path = path;
        this.random = random;
        radius = new double[path.size()];
        nibAlong = NIB * random.nextGaussian();
        nibAcross = NIB * random.nextGaussian();
    }

    static void apply(PenStrokePath path, double usualRadius, SeededRandomStream random) {
        PenPressureProfile pressure = new PenPressureProfile(path, random);
        for (int s = 0; s < path.strokes(); s++) {
            pressure.setPressure(path.strokeStart(s), path.strokeEnd(s), usualRadius);
            pressure.shapeEnds(path.strokeStart(s), path.strokeEnd(s));
        }
        path.setRadius(pressure.radius);
    }

    private void setPressure(int start, int end, double usualRadius) {
        double here = random.nextGaussian();
        double next = random.nextGaussian();
        for (int i = start; i < end; i++) {
            int phase = (i - start) % SWELL_LENGTH;
            if (phase == 0) {
                here = next;
                next = random.nextGaussian();
            }
            double swell = 1 + SWELL * (here + (next - here) * phase / SWELL_LENGTH);
            radius[i] = Math.max(THINNEST, usualRadius * swell * nib(i, end));
        }
    }

    /** Factor of the width from the cosine of twice the angle between line and nib, without computing an angle. */
    private double nib(int i, int end) {
        int from = i + 1 < end ? i : i - 1;
        double dx = path.x(from + 1) - path.x(from);
        double dy = path.y(from + 1) - path.y(from);
        double square = dx * dx + dy * dy + 1e-9;
        return 1 + ((dx * dx - dy * dy) * nibAlong + 2 * dx * dy * nibAcross) / square;
    }

    private void shapeEnds(int start, int end) {
        double first = random.nextDouble(-0.25, 0.3);
        double last = random.nextDouble(-0.2, 0.4);
        for (int k = 0; k < END_LENGTH && k < end - start; k++) {
            double part = (double) (END_LENGTH - k) / END_LENGTH;
            radius[start + k] *= 1 - first * part;
            radius[end - 1 - k] *= 1 - last * part;
        }
    }
}
