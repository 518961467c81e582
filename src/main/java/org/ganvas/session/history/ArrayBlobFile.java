package org.ganvas.session.history;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * File format of spilled arrays, read by the writing process only: one array after the other, then a CRC-32, so that a
 * damaged file is noticed. Any thread.
 */
final class ArrayBlobFile {

    private static final int CHUNK = 1 << 16;

    private ArrayBlobFile() {}

    static void write(Path file, ArrayBlob arrays) throws IOException {
        CRC32 sum = new CRC32();
        ByteBuffer chunk = chunk();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (float[] array : arrays.floats()) {
                for (int from = 0; from < array.length; from += CHUNK / Float.BYTES) {
                    int count = Math.min(CHUNK / Float.BYTES, array.length - from);
                    chunk.clear().asFloatBuffer().put(array, from, count);
                    put(out, chunk.limit(count * Float.BYTES), sum);
                }
            }
            for (double[] array : arrays.doubles()) {
                for (int from = 0; from < array.length; from += CHUNK / Double.BYTES) {
                    int count = Math.min(CHUNK / Double.BYTES, array.length - from);
                    chunk.clear().asDoubleBuffer().put(array, from, count);
                    put(out, chunk.limit(count * Double.BYTES), sum);
                }
            }
            long value = sum.getValue();
            put(out, chunk.clear().putLong(value).flip(), sum);
        }
    }

    private static void put(FileChannel out, ByteBuffer bytes, CRC32 sum) throws IOException {
        sum.update(bytes.array(), 0, bytes.limit());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /**
     * The arrays of a file.
     *
     * @throws IOException if the file is missing or not as it was written
     */
    static ArrayBlob read(Path file, ArrayBlob.Lengths lengths) throws IOException {
        CRC32 sum = new CRC32();
        ByteBuffer chunk = chunk();
        List<float[]> floats = new ArrayList<>();
        List<double[]> doubles = new ArrayList<>();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int length : lengths.floats()) {
                float[] array = new float[length];
                for (int from = 0; from < length; from += CHUNK / Float.BYTES) {
                    int count = Math.min(CHUNK / Float.BYTES, length - from);
                    get(in, chunk.clear().limit(count * Float.BYTES), sum)
                            .asFloatBuffer()
                            .get(array, from, count);
                }
                floats.add(array);
            }
            for (int length : lengths.doubles()) {
                double[] array = new double[length];
                for (int from = 0; from < length; from += CHUNK / Double.BYTES) {
                    int count = Math.min(CHUNK / Double.BYTES, length - from);
                    get(in, chunk.clear().limit(count * Double.BYTES), sum)
                            .asDoubleBuffer()
                            .get(array, from, count);
                }
                doubles.add(array);
            }
            long expected = sum.getValue();
            if (get(in, chunk.clear().limit(Long.BYTES), sum).getLong() != expected) {
                throw new IOException("its checksum is wrong");
            }
        }
        return new ArrayBlob(floats, doubles);
    }

    private static ByteBuffer get(FileChannel in, ByteBuffer buffer, CRC32 sum) throws IOException {
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException("it is cut short");
            }
        }
        sum.update(buffer.array(), 0, buffer.limit());
        return buffer.flip();
    }

    private static ByteBuffer chunk() {
        return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    }
}
