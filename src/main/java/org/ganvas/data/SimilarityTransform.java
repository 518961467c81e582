package org.ganvas.data;

/**
 * Similarity of the plane: a rotation about the origin and a scaling by one factor, then a translation. Immutable; any
 * thread.
 *
 * @param cosine of the rotation, times the scale
 * @param sine of the rotation, times the scale
 * @param x added to the x of a turned and scaled point
 * @param y added to the y of a turned and scaled point
 */
public record SimilarityTransform(double cosine, double sine, double x, double y) {

    public static final SimilarityTransform IDENTITY = new SimilarityTransform(1, 0, 0, 0);

    /** Refuses what is not finite, or maps all points to one, with an IllegalArgumentException. */
    public SimilarityTransform {
        // Written so that NaN fails too.
        boolean usable = Math.hypot(cosine, sine) > 0 && Math.abs(cosine) + Math.abs(sine) < Double.POSITIVE_INFINITY;
        if (!usable || !Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no similarity of the plane");
        }
    }

    public static SimilarityTransform translation(double x, double y) {
        return new SimilarityTransform(1, 0, x, y);
    }

    /** Rotation about the origin, anticlockwise, by an angle in radians. */
    public static SimilarityTransform rotation(double angle) {
        return new SimilarityTransform(StrictMath.cos(angle), StrictMath.sin(angle), 0, 0);
    }

    /** Scaling from the origin by a factor above 0. */
    public static SimilarityTransform scaling(double factor) {
        return new SimilarityTransform(factor, 0, 0, 0);
    }

    public boolean isIdentity() {
        return equals(IDENTITY);
    }

    /** Ratio of distances after it to distances before it. */
    public double scale() {
        return Math.hypot(cosine, sine);
    }

    /** The x that a point is mapped to. */
    public double mappedX(double pointX, double pointY) {
        return cosine * pointX - sine * pointY + x;
    }

    /** The y that a point is mapped to. */
    public double mappedY(double pointX, double pointY) {
        return sine * pointX + cosine * pointY + y;
    }

    /** This one, followed by another. */
    public SimilarityTransform then(SimilarityTransform next) {
        return new SimilarityTransform(
                next.cosine * cosine - next.sine * sine,
                next.sine * cosine + next.cosine * sine,
                next.mappedX(x, y),
                next.mappedY(x, y));
    }

    public SimilarityTransform inverse() {
        double square = cosine * cosine + sine * sine;
        double backCosine = cosine / square;
        double backSine = -sine / square;
        return new SimilarityTransform(
                backCosine, backSine, -(backCosine * x - backSine * y), -(backSine * x + backCosine * y));
    }

    /**
     * Points that are mapped; the same array for the identity.
     *
     * @param points x and y of each in turn; stays as it is
     */
    public float[] mapped(float[] points) {
        if (isIdentity()) {
            return points;
        }
        float[] mapped = points.clone();
        map(mapped, 0, mapped.length);
        return mapped;
    }

    /** Maps points in place, from an index of the array up to another one. */
    public void map(float[] points, int from, int to) {
        if (isIdentity()) {
            return;
        }
        for (int i = from; i < to; i += 2) {
            double pointX = points[i];
            double pointY = points[i + 1];
            points[i] = (float) mappedX(pointX, pointY);
            points[i + 1] = (float) mappedY(pointX, pointY);
        }
    }
}
