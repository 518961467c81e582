package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * What decides how the samples of a TIFF file are read. Immutable; any thread.
 *
 * @param directory of the first page
 * @param pages number of pages
 */
record TiffHeader(Directory directory, int pages) {

    private static final int UNSIGNED = 1;
    private static final int FLOATING = 3;
    private static final int UNDEFINED = 4;
    private static final int WHITE_IS_ZERO = 0;
    private static final int PALETTE = 3;
    private static final int SEPARATED = 5;
    private static final int YCBCR = 6;
    private static final int CIELAB = 8;
    private static final int ITULAB = 10;
    private static final int CMYK = 1;
    private static final int JPEG_COMPRESSION = 7;

    /** None, fax, LZW, JPEG, deflate and PackBits; not LZMA, Zstandard, WebP, JPEG 2000 or LERC. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946);

    private static final int WHITE_POINT = 318;
    private static final double D65_X = 0.3127;

    /** Reads the directories and seeks back to the start. */
    static TiffHeader of(ImageInputStream in) throws IOException {
        ByteOrder order = in.getByteOrder();
        try {
            in.seek(0);
            Directory read = new TIFFReader().read(in);
            return read instanceof CompoundDirectory all && all.directoryCount() > 0
                    ? new TiffHeader(all.getDirectory(0), all.directoryCount())
                    : new TiffHeader(read, 1);
        } finally {
            in.setByteOrder(order);
            in.seek(0);
        }
    }

    /** Whether samples are read as they are stored, because their white is not that of their type. */
    boolean isRaw() {
        return format() == FLOATING || bits() == Integer.SIZE;
    }

    boolean isFloating() {
        return format() == FLOATING;
    }

    boolean isWhiteZero() {
        return photometric() == WHITE_IS_ZERO;
    }

    boolean isLab() {
        return photometric() >= CIELAB && photometric() <= ITULAB;
    }

    /** Whether the colour differences of L*a*b* are signed. */
    boolean isSignedLab() {
        return photometric() == CIELAB;
    }

    /** Whether the file names D65 as its white; else D50 is meant. */
    boolean isDaylight() {
        Entry entry = directory.getEntryById(WHITE_POINT);
        return entry != null
                && entry.getValue() instanceof Object[] xy
                && xy.length == 2
                && xy[0] instanceof Number x
                && Math.abs(x.doubleValue() - D65_X) < 0.005;
    }

    /** Refuses compressions that the reader does not know, which are not damage. */
    void requireKnownCompression() throws ImageFaultException {
        int compression = number(TIFF.TAG_COMPRESSION, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw new ImageFaultException(ImageFault.FOREIGN_FORMAT, "TIFF, compression " + compression);
        }
    }

    /** Refuses samples whose brightness is not defined, and inks other than the four of printing. */
    void requireDefinedSamples() throws ImageFaultException {
        int samples = number(TIFF.TAG_SAMPLES_PER_PIXEL, 1);
        int photometric = photometric();
        boolean known = photometric >= WHITE_IS_ZERO && photometric <= PALETTE
                || photometric == SEPARATED
                || photometric == YCBCR
                || isLab() && number(TIFF.TAG_COMPRESSION, 1) != JPEG_COMPRESSION;
        boolean unsigned = format() == UNSIGNED || format() == UNDEFINED;
        boolean alpha = samples == 2 || samples > 3;
        if (!known || !unsigned && format() != FLOATING || isRaw() && (alpha || photometric >= PALETTE)) {
            throw new ImageFaultException(ImageFault.UNDEFINED_SAMPLES);
        }
        if (photometric == SEPARATED && (number(TIFF.TAG_INK_SET, CMYK) != CMYK || samples != 4)) {
            throw new ImageFaultException(ImageFault.OTHER_INKS);
        }
    }

    private int photometric() {
        // Where the tag is missing, the reader guesses; white is never zero then.
        return number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, 1);
    }

    private int format() {
        return number(TIFF.TAG_SAMPLE_FORMAT, UNSIGNED);
    }

    private int bits() {
        return number(TIFF.TAG_BITS_PER_SAMPLE, 1);
    }

    /** Value of a tag, the first of several. */
    private int number(int tag, int otherwise) {
        return number(directory, tag, otherwise);
    }

    static int number(Directory directory, int tag, int otherwise) {
        Entry entry = directory.getEntryById(tag);
        Object value = entry == null ? null : entry.getValue();
        if (value != null && value.getClass().isArray() && Array.getLength(value) > 0) {
            value = Array.get(value, 0);
        }
        return value instanceof Number number ? number.intValue() : otherwise;
    }
}
