package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJson.require;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code coefficients.bin} as {@code Nd4j.write} of 1.0.0-beta4 and later leaves it, read without ND4J: a buffer of
 * longs that describes the shape, then a buffer of numbers, each after a text that says how it was allocated, its length
 * as a long and a text that says its type; all big-endian. Pure functions.
 */
final class Dl4jCoefficients {

    /** More than the texts, the lengths and the longest description of a row take. */
    static final int HEADER_BYTES = 256;

    private static final String ALLOCATION = "MIXED_DATA_TYPES";
    private static final int MOST_DIMENSIONS = 2;
    private static final int CHUNK = 1 << 16;

    private Dl4jCoefficients() {}

    /**
     * Reads exactly so many numbers; memory is taken for no more.
     *
     * @throws IOException that says what is wrong, without a full stop
     */
    static float[] read(InputStream in, int count) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            readShape(data, count);
            boolean wide = readHeader(data, count);
            return wide ? readDoubles(data, count) : readFloats(data, count);
        } catch (EOFException e) {
            throw new IOException("its coefficients.bin is cut short", e);
        }
    }

    private static void readShape(DataInputStream data, int count) throws IOException {
        require(
                text(data).equals(ALLOCATION),
                "its coefficients.bin was written by a version of Deeplearning4j before 1.0.0-beta4, so load it there and save it with a newer one");
        long length = data.readLong();
        require(
                text(data).equals("LONG") && length >= 4 && length <= 4 + 2 * MOST_DIMENSIONS,
                "its coefficients.bin has no shape");
        long dimensions = data.readLong();
        require(
                dimensions >= 1 && dimensions <= MOST_DIMENSIONS && length == 4 + 2 * dimensions,
                "its coefficients.bin has no shape");
        long elements = 1;
        for (int i = 0; i < dimensions; i++) {
            long size = data.readLong();
            require(size == 1 || size == count, mismatch(count));
            elements *= size;
        }
        require(elements == count, mismatch(count));
        for (long i = dimensions + 1; i < length; i++) {
            // Strides, flags, order: a row has no choice.
            data.readLong();
        }
    }

    /** Whether doubles follow. */
    private static boolean readHeader(DataInputStream data, int count) throws IOException {
        require(text(data).equals(ALLOCATION), "its coefficients.bin is damaged");
        require(data.readLong() == count, mismatch(count));
        String type = text(data);
        require(
                type.equals("FLOAT") || type.equals("DOUBLE"),
                "its weights are of the type %s and not FLOAT or DOUBLE".formatted(UntrustedJson.printable(type)));
        return type.equals("DOUBLE");
    }

    private static String mismatch(int count) {
        return String.format(
                Locale.ROOT, "its coefficients.bin does not hold the %,d numbers that its layers need", count);
    }

    /** All texts in this format are short; a long one is read no further than its length. */
    private static String text(DataInputStream data) throws IOException {
        int length = data.readUnsignedShort();
        require(length <= 64, "its coefficients.bin is damaged");
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static float[] readFloats(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; from += CHUNK / Float.BYTES) {
            int here = Math.min(CHUNK / Float.BYTES, count - from);
            data.readFully(chunk, 0, here * Float.BYTES);
            ByteBuffer.wrap(chunk).asFloatBuffer().get(values, from, here);
        }
        return finite(values);
    }

    private static float[] readDoubles(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; from += CHUNK / Double.BYTES) {
            int here = Math.min(CHUNK / Double.BYTES, count - from);
            data.readFully(chunk, 0, here * Double.BYTES);
            DoubleBuffer doubles = ByteBuffer.wrap(chunk).asDoubleBuffer();
            for (int i = 0; i < here; i++) {
                values[from + i] = (float) doubles.get();
            }
        }
        return finite(values);
    }

    private static float[] finite(float[] values) throws IOException {
        for (float value : values) {
            require(Float.isFinite(value), "its weights are not all finite numbers");
        }
        return values;
    }
}
