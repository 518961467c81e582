package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.RowResizer;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the central region of one image, reduced to the means of a shape strip by strip, so that an image takes a
 * bounded part of the heap. Used once, by the decoding thread.
 */
final class CentralRegionReader {

    /** Warning of the readers for a truncated file, whose missing pixels they fill with grey. */
    private static final Pattern TRUNCATION_WARNING =
            Pattern.compile(".*(premature|truncated|missing eoi|corrupt|required \\().*");

    /** Bytes a pixel where the reader does not know its own type. */
    private static final int UNKNOWN_PIXEL_BYTES = 8;

    /** Bytes a pixel of WebP, whose reader keeps every block of an image until it ends. */
    private static final int WEBP_PIXEL_BYTES = 96;

    private final ImageReader reader;
    private final ImageFormat format;
    private final @Nullable TiffHeader tiff;
    private final @Nullable JpegHeader jpeg;
    private final boolean inks;
    private final ImageShape shape;
    private final RawRows.Range range = new RawRows.Range();
    private final Rectangle region;
    private final int imageWidth;
    private final double proportion;
    private RowResizer @Nullable [] channels;
    private boolean truncated;

    /**
     * @param header {@link TiffHeader}, {@link JpegHeader} or null, as the format has it
     * @param shape whose proportions and size the region gets
     */
    CentralRegionReader(ImageReader reader, ImageFormat format, @Nullable Object header, ImageShape shape)
            throws IOException, ImageFaultException {
        this.reader = reader;
        this.format = format;
        tiff = header instanceof TiffHeader found ? found : null;
        jpeg = header instanceof JpegHeader found ? found : null;
        this.shape = shape;
        imageWidth = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) imageWidth * height > ImageFileDecoder.MAX_PIXELS) {
            throw new ImageFaultException(ImageFault.TOO_LARGE);
        }
        proportion = (double) imageWidth / height;
        region = centralRegion(imageWidth, height, shape);
        ImageTypeSpecifier type = rawType(reader);
        inks = type != null && type.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        if (inks && format == ImageFormat.PNM) {
            throw new ImageFaultException(ImageFault.OTHER_INKS);
        }
        reader.addIIOReadWarningListener((source, warning) -> truncated |= isTruncation(warning));
    }

    /** Width of the whole image as a multiple of its height. */
    double proportion() {
        return proportion;
    }

    private boolean isTruncation(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        boolean fill = jpeg != null && jpeg.filled() && text.contains("extraneous bytes before marker");
        return !fill && TRUNCATION_WARNING.matcher(text).matches();
    }

    /** Largest region around the centre with the proportions of the shape. */
    private static Rectangle centralRegion(int width, int height, ImageShape shape) {
        int wide = (int) Math.min(width, Math.max(1, (long) height * shape.width() / shape.height()));
        int high = (int) Math.min(height, Math.max(1, (long) width * shape.height() / shape.width()));
        return new Rectangle((width - wide) / 2, (height - high) / 2, wide, high);
    }

    /**
     * Means of the region in the size of the shape.
     *
     * @return a channel each, one for a grey image, else three; from 0 to 255
     */
    float[][] read() throws IOException, ImageFaultException {
        // Tiles of TIFF are read over the full width: the reader misplaces a region that begins inside one.
        Rectangle source = tiff == null ? region : new Rectangle(0, region.y, imageWidth, region.height);
        long rowBytes = (long) source.width * pixelBytes();
        int stripRows = (int) Math.max(1, Math.min(source.height, DecodeMemory.stripBytes() / rowBytes));
        if (format == ImageFormat.WEBP) {
            stripRows = source.height;
            if (rowBytes * reader.getHeight(0) > DecodeMemory.totalBytes()) {
                throw new ImageFaultException(ImageFault.NEEDS_MEMORY);
            }
        }
        try (DecodeMemory.Grant granted = DecodeMemory.take(rowBytes * stripRows)) {
            for (int y = source.y; y < source.y + source.height; y += stripRows) {
                int rows = Math.min(stripRows, source.y + source.height - y);
                addStrip(new Rectangle(source.x, y, source.width, rows));
            }
        }
        return scaled();
    }

    private int pixelBytes() {
        if (format == ImageFormat.WEBP) {
            return WEBP_PIXEL_BYTES;
        }
        ImageTypeSpecifier type = rawType(reader);
        // Twice: as it is stored, and converted or copied.
        return type == null
                ? UNKNOWN_PIXEL_BYTES
                : Math.max(4, 2 * type.getNumBands() * ((type.getBitsPerBand(0) + 7) / Byte.SIZE));
    }

    private static @Nullable ImageTypeSpecifier rawType(ImageReader reader) {
        try {
            return reader.getRawImageType(0);
        } catch (IOException | RuntimeException unknown) {
            // Reading the pixels finds out whether the file is damaged.
            return null;
        }
    }

    private void addStrip(Rectangle strip) throws IOException, ImageFaultException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(strip);
        PixelRows rows;
        Point start;
        if (isStored()) {
            Raster raster = reader.readRaster(0, param);
            start = start(raster.getWidth(), raster.getHeight(), strip);
            rows = storedRows(raster);
        } else {
            if (tiff != null) {
                // Its first type would take colours multiplied by their alpha for plain ones.
                param.setDestinationType(reader.getRawImageType(0));
            }
            BufferedImage image = reader.read(0, param);
            start = start(image.getWidth(), image.getHeight(), strip);
            rows = PixelRows.of(image);
        }
        if (truncated) {
            throw new ImageFaultException(ImageFault.CUT_SHORT);
        }
        add(rows, start, strip.height);
    }

    /** Whether samples are taken as they are stored, because the reader's conversion is wrong or differs by system. */
    private boolean isStored() {
        return inks || tiff != null && (tiff.isRaw() || tiff.isLab());
    }

    private PixelRows storedRows(Raster raster) throws IOException {
        TiffHeader header = tiff;
        if (inks) {
            return new CmykRows(jpeg == null ? raster : CmykRows.ofJpeg(raster, jpeg.ycck()), profile());
        }
        return header != null && header.isLab()
                ? new LabRows(raster, header.isSignedLab(), header.isDaylight())
                : new RawRows(raster, range);
    }

    /** Embedded profile; a profile of the operating system stands for none. */
    private @Nullable ICC_Profile profile() throws IOException {
        ColorSpace space = reader.getRawImageType(0).getColorModel().getColorSpace();
        return space instanceof ICC_ColorSpace icc && space != ColorSpaces.getColorSpace(ColorSpaces.CS_GENERIC_CMYK)
                ? icc.getProfile()
                : null;
    }

    /** Where the wanted pixels begin: some readers return the whole image for any region. */
    private Point start(int width, int height, Rectangle strip) throws IOException {
        int left = region.x - strip.x;
        if (width == strip.width && height == strip.height) {
            return new Point(left, 0);
        }
        if (width == imageWidth && height == reader.getHeight(0)) {
            return new Point(region.x, strip.y);
        }
        throw new IIOException("A region of " + strip.width + "x" + strip.height + " came as " + width + "x" + height);
    }

    private void add(PixelRows rows, Point start, int count) {
        RowResizer[] resizers = channels;
        if (resizers == null) {
            resizers = new RowResizer[rows.channels()];
            for (int c = 0; c < resizers.length; c++) {
                resizers[c] = new RowResizer(region.width, region.height, shape.width(), shape.height());
            }
            channels = resizers;
        }
        float[][] row = new float[resizers.length][region.width];
        for (int y = 0; y < count; y++) {
            rows.read(start.y + y, start.x, row);
            for (int c = 0; c < row.length; c++) {
                resizers[c].add(row[c]);
            }
        }
    }

    private float[][] scaled() throws ImageFaultException {
        RowResizer[] resizers = channels;
        if (resizers == null) {
            throw new IllegalStateException("No strip was read.");
        }
        float[][] result = new float[resizers.length][];
        for (int c = 0; c < result.length; c++) {
            result[c] = resizers[c].result();
        }
        TiffHeader header = tiff;
        if (header != null && header.isRaw()) {
            float scale = PixelRows.WHITE / range.white(header.isFloating());
            for (float[] channel : result) {
                for (int i = 0; i < channel.length; i++) {
                    float level = scale * channel[i];
                    channel[i] = header.isWhiteZero() ? PixelRows.WHITE - level : level;
                }
            }
        }
        return result;
    }
}
