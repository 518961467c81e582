package org.ganvas.engine.autodiff;

import java.util.Arrays;
import java.util.Locale;

/** Shape arithmetic with NumPy's broadcasting rules. Pure functions. */
final class TensorShapes {

    private TensorShapes() {}

    static long length(long[] shape) {
        long length = 1;
        for (long size : shape) {
            length = Math.multiplyExact(length, size);
        }
        return length;
    }

    /** Checks that a number of values is the shape's length. */
    static void requireLength(int length, long[] shape) {
        if (length != length(shape)) {
            throw new IllegalArgumentException(length + " values do not fill " + Arrays.toString(shape));
        }
    }

    /** The shape that two shapes broadcast to. */
    static long[] broadcast(long[] a, long[] b) {
        if (Arrays.equals(a, b)) {
            return a;
        }
        int rank = Math.max(a.length, b.length);
        long[] out = new long[rank];
        for (int i = 0; i < rank; i++) {
            long left = fromRight(a, rank - i);
            long right = fromRight(b, rank - i);
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "shapes %s and %s do not fit", Arrays.toString(a), Arrays.toString(b)));
            }
            out[i] = Math.max(left, right);
        }
        return out;
    }

    /** The shape with ones prepended up to a rank. */
    static long[] padded(long[] shape, int rank) {
        if (shape.length == rank) {
            return shape;
        }
        long[] out = new long[rank];
        Arrays.fill(out, 1);
        System.arraycopy(shape, 0, out, rank - shape.length, shape.length);
        return out;
    }

    private static long fromRight(long[] shape, int position) {
        return position <= shape.length ? shape[shape.length - position] : 1;
    }
}
