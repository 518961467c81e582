package org.ganvas.data.decode;

import java.awt.image.Raster;

/**
 * Rows of CIE L*a*b* as sRGB. The reader's own conversion gives grey a tint, so samples are taken as they are stored. White
 * is D50, as in printing and in Adobe's files, adapted to the screen's D65 by Bradford's matrix, unless the file names
 * D65; grey stays grey. Used by the decoding thread.
 */
final class LabRows implements PixelRows {

    /**
     * A white, and the matrix from XYZ under it to linear sRGB, from Lindbloom, "RGB/XYZ Matrices".
     */
    private enum Illuminant {
        D50(0.96422, 0.82521, new double[][] {
            {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
        }),
        D65(0.95047, 1.08883, new double[][] {
            {3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}
        });

        private final double whiteX;
        private final double whiteZ;
        private final double[][] toLinear;

        Illuminant(double whiteX, double whiteZ, double[][] toLinear) {
            this.whiteX = whiteX;
            this.whiteZ = whiteZ;
            this.toLinear = toLinear;
        }
    }

    private final Raster raster;
    private final boolean signed;
    private final float most;
    private final Illuminant white;

    /**
     * @param signed whether a and b are signed (CIELAB), else they are shifted (ICCLAB, ITULAB)
     * @param daylight whether the file names D65 as its white
     */
    LabRows(Raster raster, boolean signed, boolean daylight) {
        white = daylight ? Illuminant.D65 : Illuminant.D50;
        this.raster = raster;
        this.signed = signed;
        most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public void read(int y, int left, float[][] rows) {
        int width = rows[0].length;
        float[][] lab = new float[3][];
        for (int c = 0; c < lab.length; c++) {
            lab[c] = raster.getSamples(left, y, width, 1, c, (float[]) null);
        }
        for (int x = 0; x < width; x++) {
            convert(100 * lab[0][x] / most, difference(lab[1][x]), difference(lab[2][x]), rows, x);
        }
    }

    /** Colour difference of a sample, from -128 to 127. */
    private double difference(float sample) {
        double unit = (most + 1) / 256;
        if (!signed) {
            return sample / unit - 128;
        }
        return (sample > most / 2 ? sample - most - 1 : sample) / unit;
    }

    private void convert(double lightness, double a, double b, float[][] rows, int x) {
        double middle = (lightness + 16) / 116;
        double[] xyz = {
            white.whiteX * cube(middle + a / 500), cube(middle), white.whiteZ * cube(middle - b / 200),
        };
        for (int c = 0; c < rows.length; c++) {
            double linear = 0;
            for (int i = 0; i < xyz.length; i++) {
                linear += white.toLinear[c][i] * xyz[i];
            }
            rows[c][x] = (float) (WHITE * encoded(Math.max(0, Math.min(1, linear))));
        }
    }

    private static double cube(double root) {
        return root > 6 / 29.0 ? root * root * root : 3 * (6 / 29.0) * (6 / 29.0) * (root - 4 / 29.0);
    }

    /** Level of a share of light, by the curve of sRGB (IEC 61966-2-1). */
    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
