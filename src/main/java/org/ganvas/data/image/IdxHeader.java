package org.ganvas.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.ganvas.data.DataException;

/**
 * The first bytes of an IDX file, checked before anything is believed: two zero bytes, the type of the numbers, how many
 * dimensions, and each dimension as a big-endian 32-bit number. Immutable.
 *
 * @param count number of items, at least 1
 * @param height rows of an item; 1 for labels
 * @param width columns of an item; 1 for labels
 */
public record IdxHeader(int count, int height, int width) {

    private static final int UNSIGNED_BYTE = 0x08;
    private static final long MAX_ITEM_BYTES = 1L << 24;

    int itemSize() {
        return height * width;
    }

    long totalBytes() {
        return (long) count * itemSize();
    }

    static IdxHeader read(InputStream in, Path file, IdxKind expected, long maxBytes)
            throws IOException, DataException {
        int first = in.read();
        if (first < 0) {
            throw new DataException(file + " is empty: copy or download it again.");
        }
        checkMagic(first << 8 | nextByte(in), nextByte(in), file);
        checkDimensions(nextByte(in), file, expected);
        long[] sizes = {0, 1, 1};
        for (int i = 0; i < expected.dimensions(); i++) {
            sizes[i] = nextSize(in);
        }
        return validated(sizes, file, expected, maxBytes);
    }

    private static void checkMagic(int zeros, int type, Path file) throws DataException {
        if (zeros != 0) {
            throw new DataException(file + " is not an IDX file (its first two bytes are not zero): "
                    + "choose a folder with the MNIST files, or an IDX file of pictures.");
        }
        if (type != UNSIGNED_BYTE) {
            throw new DataException(
                    file + " holds numbers of type 0x%02x, and only IDX files of unsigned bytes (0x08) ".formatted(type)
                            + "can be read: convert it or choose another.");
        }
    }

    private static void checkDimensions(int dimensions, Path file, IdxKind expected) throws DataException {
        if (dimensions != expected.dimensions()) {
            String what = "file of " + expected.plural();
            throw new DataException(file + " is not a " + what + " (its number of dimensions is " + dimensions
                    + ", not " + expected.dimensions() + "): choose a " + what + ".");
        }
    }

    private static IdxHeader validated(long[] sizes, Path file, IdxKind kind, long maxBytes) throws DataException {
        if (sizes[0] == 0) {
            throw new DataException(file + " holds no " + kind.plural() + ": choose another file.");
        }
        if (sizes[1] == 0 || sizes[2] == 0) {
            throw new DataException(file + " says its pictures are " + sizes[2] + "x" + sizes[1]
                    + " pixels large, so it is damaged: copy or download it again.");
        }
        // Divisions, because the product of three 32-bit numbers does not fit into a long.
        boolean itemFits = sizes[1] <= MAX_ITEM_BYTES / sizes[2];
        if (!itemFits || sizes[0] > maxBytes / (sizes[1] * sizes[2])) {
            throw new DataException(tooLarge(sizes, file, kind, maxBytes));
        }
        return new IdxHeader((int) sizes[0], (int) sizes[1], (int) sizes[2]);
    }

    private static String tooLarge(long[] sizes, Path file, IdxKind kind, long maxBytes) {
        String what = kind == IdxKind.IMAGES ? "x" + sizes[1] + "x" + sizes[2] + " pixels" : " labels";
        return file + " says it holds " + sizes[0] + what + ", which is more than can be read here (" + (maxBytes >> 20)
                + " MB, and " + (MAX_ITEM_BYTES >> 20) + " MB a picture): choose a smaller set, or download the file"
                + " again if it should be small.";
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
