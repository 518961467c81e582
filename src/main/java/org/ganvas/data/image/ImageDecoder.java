package org.ganvas.data.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.ImageShape;

/**
 * Reads one picture file: the middle of it in the shape wanted, scaled to the size wanted. The header is looked at before
 * any pixel, so that a small file cannot take much memory. Stateless; any thread.
 */
final class ImageDecoder {

    /** Larger ones are passed over. */
    static final long MAX_PIXELS = 50_000_000;

    /** What the reader says of a file that is cut short, and then fills with grey. */
    private static final Pattern TRUNCATION_WARNING = Pattern.compile(".*(premature|truncated|missing eoi|corrupt).*");

    /** Pixels left for each new one when rows and columns are left out of a large picture: enough for a good mean. */
    private static final int OVERSAMPLING = 4;

    private ImageDecoder() {}

    /** Why a file gives no picture. */
    enum Fault {
        DAMAGED("damaged"),
        TOO_LARGE("larger than 50 megapixels"),
        UNSUPPORTED("in colours for printing (CMYK)");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** As a sentence goes on after the number of them. */
        String words() {
            return words;
        }
    }

    /** A file that gives no picture. */
    static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        private FaultException(Fault fault) {
            super(fault.words());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /**
     * Reads.
     *
     * @return a byte a pixel, channel by channel and row by row
     */
    static byte[] decode(Path file, ImageShape shape) throws FaultException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (readers == null || !readers.hasNext()) {
                throw new FaultException(Fault.DAMAGED);
            }
            ImageReader reader = readers.next();
            try {
                ExifOrientation held = ExifOrientation.of(in);
                ImageShape stored =
                        held.swapsAxes() ? new ImageShape(shape.channels(), shape.width(), shape.height()) : shape;
                reader.setInput(in, true, true);
                return ChannelPlanes.of(read(reader, stored)).upright(held).scaledTo(shape);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException failure) {
            // The readers throw exceptions of every kind at bytes that make no sense.
            boolean printing = String.valueOf(failure.getMessage()).startsWith("Unsupported Image Type");
            throw new FaultException(printing ? Fault.UNSUPPORTED : Fault.DAMAGED);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageShape shape) throws IOException, FaultException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        Rectangle middle = centralRegion(width, height, shape);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(middle);
        int step = Math.max(
                1,
                Math.min(
                        middle.width / (OVERSAMPLING * shape.width()),
                        middle.height / (OVERSAMPLING * shape.height())));
        param.setSourceSubsampling(step, step, step / 2, step / 2);
        boolean[] cutShort = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) -> cutShort[0] |=
                TRUNCATION_WARNING.matcher(warning.toLowerCase(Locale.ROOT)).matches());
        BufferedImage image = reader.read(0, param);
        if (cutShort[0]) {
            throw new FaultException(Fault.DAMAGED);
        }
        return image;
    }

    /** The largest part around the middle with the proportions of the shape. */
    private static Rectangle centralRegion(int width, int height, ImageShape shape) {
        int wide = (int) Math.min(width, Math.max(1, (long) height * shape.width() / shape.height()));
        int high = (int) Math.min(height, Math.max(1, (long) width * shape.height() / shape.width()));
        return new Rectangle((width - wide) / 2, (height - high) / 2, wide, high);
    }
}
