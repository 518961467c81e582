package org.ganvas.project.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;

/**
 * NumPy's array file, version 1.0 (numpy/lib/format.py): magic, version, length of the header, the header as a Python
 * dictionary padded with spaces to a multiple of 64 and ended by a newline, then the numbers. Here always little-endian
 * and in C order. Pure functions over streams, any thread.
 */
public final class NpyArrayFormat {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int MAX_HEADER = 1024;
    private static final int MAX_DIMENSIONS = 8;
    private static final int CHUNK = 1 << 16;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\), \\} *\\n");
    private static final Pattern SHAPE = Pattern.compile("|\\d{1,10},|\\d{1,10}(, \\d{1,10})+");

    private NpyArrayFormat() {}

    /** Number formats that projects use. */
    public enum Type {
        FLOAT32("<f4", Float.BYTES),
        FLOAT64("<f8", Double.BYTES);

        private final String code;
        private final int bytes;

        Type(String code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        public int bytes() {
            return bytes;
        }
    }

    /**
     * The header in front of the numbers.
     *
     * @param type of the numbers
     * @param shape dimensions; none for a single number
     * @param length bytes of the header, magic included
     */
    public record Header(Type type, long[] shape, int length) {}

    public static void write(OutputStream out, long[] shape, float[] values) throws IOException {
        writeHeader(out, Type.FLOAT32, shape, values.length);
        ByteBuffer chunk = chunk();
        for (int from = 0; from < values.length; from += CHUNK / Float.BYTES) {
            int count = Math.min(CHUNK / Float.BYTES, values.length - from);
            chunk.asFloatBuffer().put(values, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    public static void write(OutputStream out, long[] shape, double[] values) throws IOException {
        writeHeader(out, Type.FLOAT64, shape, values.length);
        ByteBuffer chunk = chunk();
        for (int from = 0; from < values.length; from += CHUNK / Double.BYTES) {
            int count = Math.min(CHUNK / Double.BYTES, values.length - from);
            chunk.asDoubleBuffer().put(values, from, count);
            out.write(chunk.array(), 0, count * Double.BYTES);
        }
    }

    /**
     * Reads the header, up to the first number.
     *
     * @throws FileException if this is not such a file
     */
    public static Header readHeader(InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new FileException(Message.of("project.npy.notAnArray"));
        }
        int length = (start[MAGIC.length] & 0xff) | (start[MAGIC.length + 1] & 0xff) << 8;
        if (length > MAX_HEADER) {
            throw new FileException(Message.of("project.npy.longHeader", length));
        }
        Matcher header = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        if (!header.matches() || header.group(2).equals("True")) {
            throw new FileException(Message.of("project.npy.header"));
        }
        return new Header(type(header.group(1)), shape(header.group(3)), start.length + length);
    }

    /** Number of elements of a shape; -1 if the shape is impossible. */
    public static long elements(long[] shape) {
        if (shape.length > MAX_DIMENSIONS) {
            return -1;
        }
        long count = 1;
        for (long size : shape) {
            if (size < 0 || size > Integer.MAX_VALUE || count * size > Integer.MAX_VALUE) {
                return -1;
            }
            count *= size;
        }
        return count;
    }

    public static float[] readFloats(InputStream in, int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer chunk = chunk();
        for (int from = 0; from < count; from += CHUNK / Float.BYTES) {
            int length = Math.min(CHUNK / Float.BYTES, count - from);
            readFully(in, chunk, length * Float.BYTES);
            chunk.asFloatBuffer().get(values, from, length);
        }
        return values;
    }

    public static double[] readDoubles(InputStream in, int count) throws IOException {
        double[] values = new double[count];
        ByteBuffer chunk = chunk();
        for (int from = 0; from < count; from += CHUNK / Double.BYTES) {
            int length = Math.min(CHUNK / Double.BYTES, count - from);
            readFully(in, chunk, length * Double.BYTES);
            chunk.asDoubleBuffer().get(values, from, length);
        }
        return values;
    }

    private static void writeHeader(OutputStream out, Type type, long[] shape, int count) throws IOException {
        if (elements(shape) != count) {
            throw new IllegalArgumentException(count + " numbers are not an array of shape " + Arrays.toString(shape));
        }
        String text = String.format(
                Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }", type.code, python(shape));
        int unpadded = MAGIC.length + 2 + text.length() + 1;
        int length = text.length() + 1 + (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        out.write(MAGIC);
        out.write(length & 0xff);
        out.write(length >> 8);
        out.write((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String python(long[] shape) {
        StringJoiner tuple = new StringJoiner(", ", "(", shape.length == 1 ? ",)" : ")");
        Arrays.stream(shape).forEach(size -> tuple.add(Long.toString(size)));
        return tuple.toString();
    }

    private static Type type(String code) throws IOException {
        return Arrays.stream(Type.values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new FileException(Message.of("project.npy.type")));
    }

    private static long[] shape(String tuple) throws IOException {
        if (!SHAPE.matcher(tuple).matches()) {
            throw new FileException(Message.of("project.npy.shape"));
        }
        long[] shape = Pattern.compile("\\d+")
                .matcher(tuple)
                .results()
                .mapToLong(size -> Long.parseLong(size.group()))
                .toArray();
        if (elements(shape) < 0) {
            throw new FileException(Message.of("project.npy.largeShape"));
        }
        return shape;
    }

    private static void readFully(InputStream in, ByteBuffer chunk, int bytes) throws IOException {
        if (in.readNBytes(chunk.array(), 0, bytes) < bytes) {
            throw new FileException(Message.of("project.npy.truncated"));
        }
    }

    private static ByteBuffer chunk() {
        return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    }
}
