package org.ganvas.data.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Rows of a decoded strip as channels: one of a grey image, else red, green and blue. Transparent pixels are put on white.
 * Used by the decoding thread.
 */
interface PixelRows {

    float WHITE = 255;

    /** 1 or 3. */
    int channels();

    /**
     * Converts a row.
     *
     * @param y row of the strip
     * @param left first column
     * @param channels receives a row of each channel, from 0 to 255 unless the samples are raw
     */
    void read(int y, int left, float[][] channels);

    /** Rows of an image, by the cheapest way that is exact for its samples. */
    static PixelRows of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int space = model.getColorSpace().getType();
        boolean components = model instanceof ComponentColorModel
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
        // Java takes grey files for linear light and would brighten them on the way to RGB.
        boolean grey = space == ColorSpace.TYPE_GRAY && components;
        if (grey || components && model.getColorSpace().isCS_sRGB()) {
            return isPlainBytes(image) ? new ByteRows(image) : new SampleRows(image);
        }
        return new PackedRows(
                model.getColorSpace().isCS_sRGB() || space == ColorSpace.TYPE_GRAY ? image : converted(image));
    }

    private static boolean isPlainBytes(BufferedImage image) {
        boolean eightBits = image.getColorModel().getComponentSize(0) == Byte.SIZE;
        return eightBits
                && !image.isAlphaPremultiplied()
                && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte
                && image.getRaster().getParent() == null;
    }

    /** Image in sRGB; pixel by pixel its colour model would take a hundred times as long. */
    private static BufferedImage converted(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), type);
        return new ColorConvertOp(null).filter(image, target);
    }

    /** Rows of pixels that the colour model converts: palettes and packed pixels. */
    record PackedRows(BufferedImage image) implements PixelRows {

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public void read(int y, int left, float[][] channels) {
            int width = channels[0].length;
            int[] row = image.getRGB(left, y, width, 1, null, 0, width);
            for (int x = 0; x < width; x++) {
                float opaque = (row[x] >>> 24) / WHITE;
                for (int c = 0; c < 3; c++) {
                    channels[c][x] = opaque * (row[x] >> (16 - 8 * c) & 0xFF) + (1 - opaque) * WHITE;
                }
            }
        }
    }

    /** Rows of bytes, grey or sRGB, read from their array. */
    final class ByteRows implements PixelRows {
        private final byte[] bytes;
        private final PixelInterleavedSampleModel layout;
        private final boolean alpha;
        private final int channels;

        ByteRows(BufferedImage image) {
            bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            layout = (PixelInterleavedSampleModel) image.getSampleModel();
            alpha = image.getColorModel().hasAlpha();
            channels = image.getColorModel().getNumColorComponents();
        }

        @Override
        public int channels() {
            return channels;
        }

        @Override
        public void read(int y, int left, float[][] rows) {
            int stride = layout.getPixelStride();
            int start = y * layout.getScanlineStride() + left * stride;
            for (int c = 0; c < channels; c++) {
                int at = start + layout.getBandOffsets()[c];
                float[] row = rows[c];
                for (int x = 0; x < row.length; x++, at += stride) {
                    row[x] = bytes[at] & 0xFF;
                }
            }
            if (alpha) {
                putOnWhite(rows, start + layout.getBandOffsets()[channels], stride);
            }
        }

        private void putOnWhite(float[][] rows, int start, int stride) {
            for (int c = 0; c < channels; c++) {
                int at = start;
                for (int x = 0; x < rows[c].length; x++, at += stride) {
                    float opaque = (bytes[at] & 0xFF) / WHITE;
                    rows[c][x] = opaque * rows[c][x] + (1 - opaque) * WHITE;
                }
            }
        }
    }

    /** Rows of samples of 1 to 16 bits, grey or sRGB. */
    final class SampleRows implements PixelRows {
        private final Raster raster;
        private final ColorModel model;
        private final boolean premultiplied;

        SampleRows(BufferedImage image) {
            raster = image.getRaster();
            model = image.getColorModel();
            premultiplied = image.isAlphaPremultiplied();
        }

        @Override
        public int channels() {
            return model.getNumColorComponents();
        }

        @Override
        public void read(int y, int left, float[][] rows) {
            int width = rows[0].length;
            float[] opaque = model.hasAlpha() ? samples(channels(), left, y, width) : new float[0];
            for (int c = 0; c < channels(); c++) {
                float[] row = samples(c, left, y, width);
                for (int x = 0; x < width; x++) {
                    float share = opaque.length == 0 ? 1 : opaque[x];
                    rows[c][x] = WHITE * ((premultiplied ? row[x] : share * row[x]) + 1 - share);
                }
            }
        }

        /** Samples of a band from 0 to 1. */
        private float[] samples(int band, int left, int y, int width) {
            float[] row = raster.getSamples(left, y, width, 1, band, (float[]) null);
            float most = (1L << model.getComponentSize(band)) - 1;
            for (int x = 0; x < width; x++) {
                row[x] /= most;
            }
            return row;
        }
    }
}
