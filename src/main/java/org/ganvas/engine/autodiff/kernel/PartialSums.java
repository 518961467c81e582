package org.ganvas.engine.autodiff.kernel;

/** Sums of floats in double precision, in eight parts: the processor adds all of them while one would wait for itself. */
public final class PartialSums {

    private static final int PARTS = 8;

    private PartialSums() {}

    /** The sum of all values. */
    public static double of(float[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int whole = values.length - values.length % PARTS;
        for (int i = 0; i < whole; i += PARTS) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        double sum = a + b + (c + d) + (e + f + (g + h));
        for (int i = whole; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The scalar product; replaces the first array by the products. */
    public static double ofProducts(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[i];
        }
        return of(a);
    }
}
