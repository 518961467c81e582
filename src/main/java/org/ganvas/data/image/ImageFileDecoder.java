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
import org.ganvas.message.Message;

/**
 * Decoder of one image file: its central region in the proportions of a shape, scaled to the shape. The header is checked
 * before any pixel is read, so that a small file cannot take much memory. Stateless; any thread.
 */
final class ImageFileDecoder {

    /** Size of the largest image that is read. */
    static final long MAX_PIXELS = 50_000_000;

    /** Warning of the JDK's reader for a truncated file, whose missing pixels it fills with grey. */
    private static final Pattern TRUNCATION_WARNING = Pattern.compile(".*(premature|truncated|missing eoi|corrupt).*");

    /** Pixels per side kept for each new one when a large image is subsampled: enough for a good mean. */
    private static final int OVERSAMPLING = 4;

    private ImageFileDecoder() {}

    /** Fault of a file that cannot be decoded. */
    enum Fault {
        DAMAGED,
        TOO_LARGE,
        UNSUPPORTED;

        /** Number of files with this fault, as a part of a message. */
        Message counted(String count) {
            return switch (this) {
                case DAMAGED -> Message.of("data.fault.damaged", count);
                case TOO_LARGE -> Message.of("data.fault.tooLarge", count);
                case UNSUPPORTED -> Message.of("data.fault.cmyk", count);
            };
        }

        /** Message about a single file with this fault. */
        Message of(Path file) {
            return switch (this) {
                case DAMAGED -> Message.of("data.image.damaged", file);
                case TOO_LARGE -> Message.of("data.image.tooLarge", file);
                case UNSUPPORTED -> Message.of("data.image.cmyk", file);
            };
        }
    }

    /** Failure to decode a file. */
    static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        private FaultException(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /**
     * Decodes a file.
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
                ExifOrientation orientation = ExifOrientation.of(in);
                ImageShape stored = orientation.swapsAxes()
                        ? new ImageShape(shape.channels(), shape.width(), shape.height())
                        : shape;
                reader.setInput(in, true, true);
                return ImageChannelPlanes.of(read(reader, stored))
                        .upright(orientation)
                        .scaledTo(shape);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException failure) {
            // The readers throw exceptions of every kind for invalid bytes.
            boolean cmyk = String.valueOf(failure.getMessage()).startsWith("Unsupported Image Type");
            throw new FaultException(cmyk ? Fault.UNSUPPORTED : Fault.DAMAGED);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageShape shape) throws IOException, FaultException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new FaultException(Fault.TOO_LARGE);
        }
        Rectangle region = centralRegion(width, height, shape);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(region);
        int step = Math.max(
                1,
                Math.min(
                        region.width / (OVERSAMPLING * shape.width()),
                        region.height / (OVERSAMPLING * shape.height())));
        param.setSourceSubsampling(step, step, step / 2, step / 2);
        boolean[] truncated = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) -> truncated[0] |=
                TRUNCATION_WARNING.matcher(warning.toLowerCase(Locale.ROOT)).matches());
        BufferedImage image = reader.read(0, param);
        if (truncated[0]) {
            throw new FaultException(Fault.DAMAGED);
        }
        return image;
    }

    /** Largest region around the centre with the proportions of the shape. */
    private static Rectangle centralRegion(int width, int height, ImageShape shape) {
        int wide = (int) Math.min(width, Math.max(1, (long) height * shape.width() / shape.height()));
        int high = (int) Math.min(height, Math.max(1, (long) width * shape.height() / shape.width()));
        return new Rectangle((width - wide) / 2, (height - high) / 2, wide, high);
    }
}
