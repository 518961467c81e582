package org.ganvas.data;

/**
 * Transform between the units of 2-D points as the user has them and the numbers that networks are trained on: each
 * coordinate minus a centre, divided by a scale. Single precision holds seven digits, so seconds since 1970 or metres from
 * the equator would lose what distinguishes them. Scales are powers of two and centres multiples of them, so that the
 * arithmetic itself is exact. Immutable; any thread.
 *
 * @param centreX x that becomes 0
 * @param centreY y that becomes 0
 * @param scaleX difference in x that becomes 1, more than 0
 * @param scaleY difference in y that becomes 1, more than 0
 */
public record PointTransform(double centreX, double centreY, double scaleX, double scaleY) {

    /** Points that are trained on as they are. */
    public static final PointTransform IDENTITY = new PointTransform(0, 0, 1, 1);

    /** Spreads within this factor of one another share a scale, so that a map keeps its shape. */
    private static final double SHARED = 16;

    /** Standard deviation and distance from 0 within which points are trained on as they are. */
    private static final double USUAL_SPREAD = 3;

    /** Least scale beside the centre, for an axis that hardly varies. */
    private static final double LEAST_RELATIVE_SCALE = 0x1p-45;

    /** Least scale: its reciprocal must be finite. */
    private static final double LEAST_SCALE = 0x1p-1020;

    public PointTransform {
        if (!isUsable(centreX, scaleX) || !isUsable(centreY, scaleY)) {
            throw new IllegalArgumentException(
                    "(x - " + centreX + ") / " + scaleX + ", (y - " + centreY + ") / " + scaleY);
        }
    }

    /** Whether a coordinate can be transformed by a centre and a scale. */
    public static boolean isUsable(double centre, double scale) {
        return Double.isFinite(centre) && scale >= LEAST_SCALE && Double.isFinite(scale);
    }

    /**
     * Transform that gives points a mean near 0 and standard deviations near 1; the identity where they have that already.
     *
     * @param points x and y of each in turn, all finite and within 1e300 of 0
     */
    public static PointTransform fitting(double[] points) {
        Spread x = Spread.of(points, 0);
        Spread y = Spread.of(points, 1);
        double ratio = x.deviation() / y.deviation();
        boolean shared = !(ratio > SHARED) && !(ratio < 1 / SHARED);
        double wider = Math.max(x.deviation(), y.deviation());
        if (wider >= 1 / USUAL_SPREAD && wider <= USUAL_SPREAD && shared && x.isNearZero() && y.isNearZero()) {
            return IDENTITY;
        }
        // A constant axis has no spread of its own and takes the other's.
        double scaleX = scale(shared || x.deviation() == 0 ? wider : x.deviation(), x.mean());
        double scaleY = scale(shared || y.deviation() == 0 ? wider : y.deviation(), y.mean());
        return new PointTransform(centre(x.mean(), scaleX), centre(y.mean(), scaleY), scaleX, scaleY);
    }

    /** The power of two nearest to a standard deviation. */
    private static double scale(double deviation, double mean) {
        double wanted = Math.max(LEAST_SCALE, Math.max(deviation, Math.abs(mean) * LEAST_RELATIVE_SCALE));
        return Math.scalb(1.0, Math.getExponent(wanted * Math.sqrt(2)));
    }

    /** The multiple of a scale that is nearest to a mean. */
    private static double centre(double mean, double scale) {
        return Math.rint(mean / scale) * scale + 0.0;
    }

    /** Whether points are trained on as they are. */
    public boolean isIdentity() {
        return equals(IDENTITY);
    }

    /** The x in the user's units. */
    public double toDataX(double x) {
        return centreX + x * scaleX;
    }

    /** The y in the user's units. */
    public double toDataY(double y) {
        return centreY + y * scaleY;
    }

    /** The x that networks take, of one in the user's units. */
    public double fromDataX(double x) {
        return (x - centreX) / scaleX;
    }

    /** The y that networks take, of one in the user's units. */
    public double fromDataY(double y) {
        return (y - centreY) / scaleY;
    }

    /** Points in the user's units, x and y of each in turn. */
    public double[] toData(float[] points) {
        double[] data = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            data[i] = toDataX(points[i]);
            data[i + 1] = toDataY(points[i + 1]);
        }
        return data;
    }

    /** Points as networks take them, of points in the user's units, x and y of each in turn. */
    public float[] fromData(double[] points) {
        float[] scaled = new float[points.length];
        for (int i = 0; i < points.length; i += 2) {
            scaled[i] = (float) fromDataX(points[i]);
            scaled[i + 1] = (float) fromDataY(points[i + 1]);
        }
        return scaled;
    }

    /** Mean and standard deviation of a coordinate, by numbers near 1 so that no square overflows or vanishes. */
    private record Spread(double mean, double deviation) {

        static Spread of(double[] points, int axis) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = axis; i < points.length; i += 2) {
                low = Math.min(low, points[i]);
                high = Math.max(high, points[i]);
            }
            double half = high / 2 - low / 2;
            if (!(half > 0)) {
                return new Spread(points.length > axis ? low : 0, 0);
            }
            double middle = low + half;
            double sum = 0;
            double squares = 0;
            for (int i = axis; i < points.length; i += 2) {
                double value = (points[i] - middle) / half;
                sum += value;
                squares += value * value;
            }
            double count = points.length / 2;
            double mean = sum / count;
            return new Spread(middle + mean * half, Math.sqrt(Math.max(0, squares / count - mean * mean)) * half);
        }

        boolean isNearZero() {
            return Math.abs(mean) <= USUAL_SPREAD && deviation > 0;
        }
    }
}
