package org.ganvas.data.decode;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of one image file: its central region in the proportions of a shape, scaled to the shape; each new pixel is the
 * mean of the levels (as stored, not as light) of the pixels that it covers. The header is checked before any pixel is
 * read, so that a small file cannot take much memory. Stateless; any thread.
 */
public final class ImageFileDecoder {

    /** Size of the largest image that is read. */
    public static final long MAX_PIXELS = 50_000_000;

    /** A mean of exactly one half, added up in single precision, is rounded up all the same. */
    private static final float ROUNDING = 0.5f + 1e-3f;

    private static final int WHITE = 255;

    static {
        // No temporary files: what is read from a stream stays in memory.
        ImageIO.setUseCache(false);
    }

    private ImageFileDecoder() {}

    /**
     * Decodes a file.
     *
     * @return a byte a pixel, channel by channel and row by row
     */
    public static DecodedImage decode(Path file, ImageShape shape) throws ImageFaultException {
        ImageFormat format = format(file);
        try {
            return decode(file, format, shape);
        } catch (ImageFaultException fault) {
            byte[] ended = fault.fault() == ImageFault.CUT_SHORT ? JpegEnd.appended(file, format) : null;
            if (ended == null) {
                throw fault;
            }
            return decode(ended, format, shape);
        }
    }

    /**
     * The size of a file's image as it is shown, from its header.
     *
     * @return in colour, whatever its colours are
     */
    public static ImageShape size(Path file) throws ImageFaultException {
        ImageFormat format = format(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (in == null || readers == null || !readers.hasNext()) {
                throw new ImageFaultException(ImageFault.DAMAGED);
            }
            ImageReader reader = readers.next();
            try {
                boolean turned = ExifOrientationReader.of(in, format).swapsAxes();
                reader.setInput(in, false, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return turned ? new ImageShape(3, width, height) : new ImageShape(3, height, width);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            // The readers throw exceptions of every kind for invalid bytes.
            throw new ImageFaultException(ImageFault.DAMAGED);
        }
    }

    private static ImageFormat format(Path file) throws ImageFaultException {
        byte[] header;
        try (java.io.InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(ImageFormat.HEADER_BYTES);
        } catch (AccessDeniedException denied) {
            throw new ImageFaultException(ImageFault.NO_ACCESS);
        } catch (IOException unreadable) {
            throw new ImageFaultException(ImageFault.DAMAGED);
        }
        if (header.length == 0) {
            throw new ImageFaultException(ImageFault.EMPTY);
        }
        ImageFormat format = ImageFormat.of(header);
        if (format == ImageFormat.HTML) {
            throw new ImageFaultException(ImageFault.WEB_PAGE);
        }
        if (format == ImageFormat.LFS_POINTER) {
            throw new ImageFaultException(ImageFault.NOT_FETCHED);
        }
        if (format == ImageFormat.UNKNOWN) {
            throw new ImageFaultException(ImageFault.NOT_AN_IMAGE);
        }
        if (!format.isReadable()) {
            throw new ImageFaultException(ImageFault.FOREIGN_FORMAT, format.title());
        }
        if (format == ImageFormat.WEBP) {
            requireWhole(file);
        }
        return format;
    }

    private static void requireWhole(Path webp) throws ImageFaultException {
        try {
            if (!WebpChunks.areComplete(webp)) {
                throw new ImageFaultException(ImageFault.CUT_SHORT);
            }
        } catch (IOException unreadable) {
            throw new ImageFaultException(ImageFault.DAMAGED);
        }
    }

    /**
     * @param source a file's path, or bytes
     */
    private static DecodedImage decode(Object source, ImageFormat format, ImageShape shape) throws ImageFaultException {
        try (ImageInputStream in = source instanceof byte[] bytes
                ? new com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream(bytes)
                : ImageIO.createImageInputStream(((Path) source).toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (in == null || readers == null || !readers.hasNext()) {
                throw new ImageFaultException(ImageFault.DAMAGED);
            }
            ImageReader reader = readers.next();
            try {
                return decode(in, reader, format, shape);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            // The readers throw exceptions of every kind for invalid bytes, and believe sizes that are not true.
            throw new ImageFaultException(ImageFault.DAMAGED);
        }
    }

    private static DecodedImage decode(ImageInputStream in, ImageReader reader, ImageFormat format, ImageShape shape)
            throws IOException, ImageFaultException {
        ExifOrientation orientation = ExifOrientationReader.of(in, format);
        if (format == ImageFormat.PNG && !PngHeader.isIntact(in)) {
            throw new ImageFaultException(ImageFault.DAMAGED);
        }
        TiffHeader tiff = format == ImageFormat.TIFF ? TiffHeader.of(in) : null;
        if (tiff != null) {
            tiff.requireKnownCompression();
            tiff.requireDefinedSamples();
        }
        Object header = format == ImageFormat.JPEG ? JpegHeader.of(in) : tiff;
        ImageShape stored =
                orientation.swapsAxes() ? new ImageShape(shape.channels(), shape.width(), shape.height()) : shape;
        reader.setInput(in, false, true);
        CentralRegionReader region = new CentralRegionReader(reader, format, header, stored);
        float[][] planes = region.read();
        for (int c = 0; c < planes.length; c++) {
            planes[c] = orientation.upright(planes[c], stored.width(), stored.height());
        }
        double proportion = orientation.swapsAxes() ? 1 / region.proportion() : region.proportion();
        return new DecodedImage(bytes(planes, shape), planes.length == 1, pages(tiff), proportion);
    }

    private static int pages(@Nullable TiffHeader tiff) {
        return tiff == null ? 1 : tiff.pages();
    }

    /** Levels as bytes, grey or in colour as the shape has it. */
    private static byte[] bytes(float[][] planes, ImageShape shape) {
        float[][] wanted = shape.channels() == 1 ? new float[][] {luma(planes)} : planes;
        int size = shape.width() * shape.height();
        byte[] bytes = new byte[shape.size()];
        for (int c = 0; c < shape.channels(); c++) {
            for (int i = 0; i < size; i++) {
                float level = wanted[c % wanted.length][i];
                bytes[c * size + i] = (byte) Math.max(0, Math.min(WHITE, (int) Math.floor(level + ROUNDING)));
            }
        }
        return bytes;
    }

    /** Luma of each pixel, with the weights of ITU-R BT.601. */
    private static float[] luma(float[][] planes) {
        if (planes.length == 1) {
            return planes[0];
        }
        float[] luma = new float[planes[0].length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * planes[0][i] + 0.587f * planes[1][i] + 0.114f * planes[2][i];
        }
        return luma;
    }
}
