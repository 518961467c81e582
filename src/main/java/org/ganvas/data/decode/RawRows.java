package org.ganvas.data.decode;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Rows of samples whose white is known only after all of them are seen: floating point, and integers of 32 bits. The mean
 * of an area is linear, so the scale is applied to the means. Used by the decoding thread.
 */
final class RawRows implements PixelRows {

    private static final float UNSIGNED = 4294967296f;

    private final Raster raster;
    private final Range range;

    /** Least and greatest sample of an image so far. */
    static final class Range {
        private float least = Float.POSITIVE_INFINITY;
        private float greatest = Float.NEGATIVE_INFINITY;
        private boolean finite = true;

        private void include(float sample) {
            least = Math.min(least, sample);
            greatest = Math.max(greatest, sample);
            finite &= Float.isFinite(sample);
        }

        /**
         * White of samples that fill a known range: 1 (with the overshoot of interpolation), 255, 65,535 or all of 32 bits.
         *
         * @throws ImageFaultException if they fill none of these, so that no brightness is right
         */
        float white(boolean floating) throws ImageFaultException {
            float[] whites = floating ? new float[] {1, 255, 65535} : new float[] {255, 65535, UNSIGNED};
            for (float white : whites) {
                boolean below = least >= -0.1f * white && greatest <= (floating ? 1.1f * white : white);
                boolean fills = white == whites[0] || !floating || greatest > white / 16;
                if (finite && below && fills) {
                    return white;
                }
            }
            throw new ImageFaultException(ImageFault.UNDEFINED_SAMPLES);
        }
    }

    RawRows(Raster raster, Range range) {
        this.raster = raster;
        this.range = range;
    }

    @Override
    public int channels() {
        return raster.getNumBands() < 3 ? 1 : 3;
    }

    @Override
    public void read(int y, int left, float[][] rows) {
        int width = rows[0].length;
        boolean integers = raster.getTransferType() == DataBuffer.TYPE_INT;
        for (int c = 0; c < rows.length; c++) {
            float[] row = raster.getSamples(left, y, width, 1, c, (float[]) null);
            for (int x = 0; x < width; x++) {
                // Java has no unsigned int.
                rows[c][x] = integers && row[x] < 0 ? row[x] + UNSIGNED : row[x];
                range.include(rows[c][x]);
            }
        }
    }
}
