package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJsonObject.require;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;

/**
 * Reader of {@code coefficients.bin}, as {@code Nd4j.write} of 1.0.0-beta4 and later writes it, without ND4J: a buffer of
 * longs with the shape, then a buffer of numbers. Each buffer follows a string with its allocation mode, its length as a
 * long and a string with its type; all big-endian. Pure functions.
 */
final class Dl4jCoefficientsReader {

    /** Upper bound of the bytes of strings, lengths and shape. */
    static final int HEADER_BYTES = 256;

    private static final String ALLOCATION = "MIXED_DATA_TYPES";
    private static final int MAX_DIMENSIONS = 2;
    private static final int CHUNK = 1 << 16;

    private Dl4jCoefficientsReader() {}

    /**
     * Reads exactly {@code count} numbers and allocates memory for no more.
     *
     * @throws FileException if the content is not of this format
     */
    static float[] read(InputStream in, int count) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            readShape(data, count);
            boolean wide = readHeader(data, count);
            return wide ? readDoubles(data, count) : readFloats(data, count);
        } catch (EOFException e) {
            throw UntrustedJsonObject.failure(Message.of("engine.dl4j.weightsTruncated"), e);
        }
    }

    private static void readShape(DataInputStream data, int count) throws IOException {
        require(text(data).equals(ALLOCATION), Message.of("engine.dl4j.weightsOfOldVersion"));
        long length = data.readLong();
        require(
                text(data).equals("LONG") && length >= 4 && length <= 4 + 2 * MAX_DIMENSIONS,
                Message.of("engine.dl4j.weightsWithoutShape"));
        long dimensions = data.readLong();
        require(
                dimensions >= 1 && dimensions <= MAX_DIMENSIONS && length == 4 + 2 * dimensions,
                Message.of("engine.dl4j.weightsWithoutShape"));
        long elements = 1;
        for (int i = 0; i < dimensions; i++) {
            long size = data.readLong();
            require(size == 1 || size == count, mismatch(count));
            elements *= size;
        }
        require(elements == count, mismatch(count));
        for (long i = dimensions + 1; i < length; i++) {
            // Strides, flags and order, which a row leaves no choice.
            data.readLong();
        }
    }

    /** Reads the header of the numbers; true if they are doubles. */
    private static boolean readHeader(DataInputStream data, int count) throws IOException {
        require(text(data).equals(ALLOCATION), Message.of("engine.dl4j.weightsDamaged"));
        require(data.readLong() == count, mismatch(count));
        String type = text(data);
        require(
                type.equals("FLOAT") || type.equals("DOUBLE"),
                Message.of("engine.dl4j.weightType", UntrustedJsonObject.printable(type)));
        return type.equals("DOUBLE");
    }

    static Message mismatch(int count) {
        return Message.of("engine.dl4j.weightCount", NumberText.grouped(count));
    }

    /** A string of the format. All are short; of a longer one no more than its length is read. */
    private static String text(DataInputStream data) throws IOException {
        int length = data.readUnsignedShort();
        require(length <= 64, Message.of("engine.dl4j.weightsDamaged"));
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static float[] readFloats(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; from += CHUNK / Float.BYTES) {
            int size = Math.min(CHUNK / Float.BYTES, count - from);
            data.readFully(chunk, 0, size * Float.BYTES);
            ByteBuffer.wrap(chunk).asFloatBuffer().get(values, from, size);
        }
        return requireFinite(values);
    }

    private static float[] readDoubles(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; from += CHUNK / Double.BYTES) {
            int size = Math.min(CHUNK / Double.BYTES, count - from);
            data.readFully(chunk, 0, size * Double.BYTES);
            DoubleBuffer doubles = ByteBuffer.wrap(chunk).asDoubleBuffer();
            for (int i = 0; i < size; i++) {
                values[from + i] = (float) doubles.get();
            }
        }
        return requireFinite(values);
    }

    private static float[] requireFinite(float[] values) throws IOException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new FileException(Message.of("engine.dl4j.weightsNotFinite"));
            }
        }
        return values;
    }
}
