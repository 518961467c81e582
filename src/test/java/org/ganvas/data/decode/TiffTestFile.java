package org.ganvas.data.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A small uncompressed TIFF file of one page and one strip, with any tags. */
final class TiffTestFile {

    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int FORMAT = 339;

    private static final int BITS = 258;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final Map<Integer, Integer> tags = new TreeMap<>();
    private final byte[] pixels;

    /**
     * @param bits of a sample
     * @param pixels samples, little-endian
     */
    TiffTestFile(int width, int height, int bits, ByteBuffer pixels) {
        this.pixels = pixels.array();
        tags.put(256, width);
        tags.put(257, height);
        tags.put(BITS, bits);
        tags.put(259, 1);
        tags.put(PHOTOMETRIC, 1);
        tags.put(SAMPLES, 1);
        tags.put(278, height);
        tags.put(279, this.pixels.length);
    }

    /** Room for samples, little-endian. */
    static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    TiffTestFile with(int tag, int value) {
        tags.put(tag, value);
        return this;
    }

    byte[] bytes() {
        boolean several = tags.get(SAMPLES) > 1;
        tags.put(273, HEADER);
        ByteBuffer file = room(HEADER + pixels.length + 2 * tags.size() + 6 + ENTRY * tags.size() + 32);
        file.putShort((short) 0x4949).putShort((short) 42).putInt(HEADER + pixels.length);
        file.put(pixels).putShort((short) tags.size());
        int extra = HEADER + pixels.length + 6 + ENTRY * tags.size();
        tags.forEach((tag, value) -> {
            boolean perSample = several && (tag == BITS || tag == FORMAT);
            file.putShort(tag.shortValue()).putShort((short) (perSample ? 3 : 4));
            file.putInt(perSample ? tags.get(SAMPLES) : 1);
            file.putInt(perSample ? extra + (tag == BITS ? 0 : 16) : value);
        });
        file.putInt(0);
        for (int tag : new int[] {BITS, FORMAT}) {
            file.position(extra + (tag == BITS ? 0 : 16));
            for (int i = 0; i < 8; i++) {
                file.putShort((short) (int) tags.getOrDefault(tag, 1));
            }
        }
        return file.array();
    }

    /** The file with one more tag whose value is any bytes; of all tags it has the greatest number. */
    byte[] withBytes(int tag, byte[] value) {
        tags.put(tag, 0);
        byte[] file = bytes();
        byte[] longer = Arrays.copyOf(file, file.length + value.length);
        System.arraycopy(value, 0, longer, file.length, value.length);
        int entry = HEADER + pixels.length + 2 + ENTRY * (tags.size() - 1);
        ByteBuffer.wrap(longer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(entry + 2, (short) 7)
                .putInt(entry + 4, value.length)
                .putInt(entry + 8, file.length);
        return longer;
    }

    Path write(Path file) {
        return ImageTestFiles.bytes(file, bytes());
    }
}
