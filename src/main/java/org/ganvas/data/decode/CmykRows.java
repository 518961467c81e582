package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cyan, magenta, yellow and black: by the embedded profile, else each of red, green and blue is the part of the
 * light that its ink and black let through. A profile of the operating system is never used: the same file would differ
 * between computers. Used by the decoding thread.
 */
final class CmykRows implements PixelRows {

    private static final int INKS = 4;
    private static final int BLACK = 3;

    private final Raster raster;
    private final boolean converted;
    private final float most;

    /**
     * @param inks from 0 for none
     * @param profile of printing, null where the file has none
     */
    CmykRows(Raster inks, @Nullable ICC_Profile profile) {
        converted = profile != null && profile.getColorSpaceType() == ColorSpace.TYPE_CMYK;
        raster = converted && profile != null ? converted(inks, profile) : inks;
        most = (1L << inks.getSampleModel().getSampleSize(0)) - 1;
    }

    private static Raster converted(Raster inks, ICC_Profile profile) {
        ColorConvertOp op = new ColorConvertOp(
                ColorSpaces.createColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        return op.filter(
                inks, Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, inks.getWidth(), inks.getHeight(), 3, null));
    }

    /**
     * Inks of a JPEG raster, in place. Adobe's files hold the light that passes each ink rather than the ink; everybody
     * else followed.
     *
     * @param ycck whether the first three are coded as brightness and two colour differences
     */
    static Raster ofJpeg(Raster stored, boolean ycck) {
        WritableRaster inks = (WritableRaster) stored;
        int[] row = new int[INKS * inks.getWidth()];
        for (int y = inks.getMinY(); y < inks.getMinY() + inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), y, inks.getWidth(), 1, row);
            for (int i = 0; i < row.length; i += INKS) {
                if (ycck) {
                    toInks(row, i);
                } else {
                    row[i] = 255 - row[i];
                    row[i + 1] = 255 - row[i + 1];
                    row[i + 2] = 255 - row[i + 2];
                }
                row[i + BLACK] = 255 - row[i + BLACK];
            }
            inks.setPixels(inks.getMinX(), y, inks.getWidth(), 1, row);
        }
        return inks;
    }

    /** Brightness and colour differences (JFIF, ITU-R BT.601) of the inks' complements, as inks. */
    private static void toInks(int[] row, int at) {
        double blue = row[at + 1] - 128;
        double red = row[at + 2] - 128;
        double luma = row[at];
        row[at] = level(luma + 1.402 * red);
        row[at + 1] = level(luma - 0.344136 * blue - 0.714136 * red);
        row[at + 2] = level(luma + 1.772 * blue);
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public void read(int y, int left, float[][] rows) {
        int width = rows[0].length;
        float[] black = converted ? new float[width] : raster.getSamples(left, y, width, 1, BLACK, (float[]) null);
        for (int c = 0; c < rows.length; c++) {
            float[] row = raster.getSamples(left, y, width, 1, c, (float[]) null);
            for (int x = 0; x < width; x++) {
                rows[c][x] = converted ? row[x] : WHITE * (1 - row[x] / most) * (1 - black[x] / most);
            }
        }
    }
}
