package org.ganvas.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.data.DataException;
import org.ganvas.message.Message;

/**
 * Header of an IDX file, validated before it is used: two zero bytes, the type of the numbers, the number of dimensions,
 * and each dimension as a big-endian 32-bit number. Immutable; any thread.
 *
 * @param count number of items, at least 1
 * @param height rows of an item; 1 for labels
 * @param width columns of an item; 1 for labels
 */
public record IdxFileHeader(int count, int height, int width) {

    private static final int UNSIGNED_BYTE = 0x08;
    private static final long MAX_ITEM_BYTES = 1L << 24;

    int itemSize() {
        return height * width;
    }

    static IdxFileHeader read(InputStream in, Path file, IdxFileKind expected, long maxBytes)
            throws IOException, DataException {
        int first = in.read();
        if (first < 0) {
            throw new DataException(Message.of("data.idx.empty", file));
        }
        int second = nextByte(in);
        if (first != 0 || second != 0) {
            throw new DataException(ForeignDataFile.message(file, first, second));
        }
        checkType(nextByte(in), file);
        checkDimensions(nextByte(in), file, expected);
        long[] sizes = {0, 1, 1};
        for (int i = 0; i < expected.dimensions(); i++) {
            sizes[i] = nextSize(in);
        }
        return validated(sizes, file, expected, maxBytes);
    }

    private static void checkType(int type, Path file) throws DataException {
        if (type != UNSIGNED_BYTE) {
            throw new DataException(Message.of("data.idx.wrongType", file, String.format(Locale.ROOT, "%02x", type)));
        }
    }

    private static void checkDimensions(int dimensions, Path file, IdxFileKind expected) throws DataException {
        if (dimensions != expected.dimensions()) {
            throw new DataException(
                    Message.of("data.idx.wrongDimensions", file, expected.file(), dimensions, expected.dimensions()));
        }
    }

    private static IdxFileHeader validated(long[] sizes, Path file, IdxFileKind kind, long maxBytes)
            throws DataException {
        if (sizes[0] == 0) {
            throw new DataException(Message.of("data.idx.noItems", file, kind.items()));
        }
        if (sizes[1] == 0 || sizes[2] == 0) {
            throw new DataException(Message.of("data.idx.noPixels", file, sizes[2], sizes[1]));
        }
        // Divisions, because the product of three 32-bit numbers does not fit into a long.
        boolean itemFits = sizes[1] <= MAX_ITEM_BYTES / sizes[2];
        if (!itemFits || sizes[0] > maxBytes / (sizes[1] * sizes[2])) {
            throw new DataException(tooLarge(sizes, file, kind, maxBytes));
        }
        return new IdxFileHeader((int) sizes[0], (int) sizes[1], (int) sizes[2]);
    }

    private static Message tooLarge(long[] sizes, Path file, IdxFileKind kind, long maxBytes) {
        Message content = kind == IdxFileKind.IMAGES
                ? Message.of("data.idx.sizeOfImages", sizes[0], sizes[1], sizes[2])
                : Message.of("data.idx.countOfLabels", sizes[0]);
        return Message.of("data.idx.tooLarge", file, content, maxBytes >> 20, MAX_ITEM_BYTES >> 20);
    }

    private static int nextByte(InputStream in) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    private static long nextSize(InputStream in) throws IOException {
        long size = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            size = size << 8 | nextByte(in);
        }
        return size;
    }
}
