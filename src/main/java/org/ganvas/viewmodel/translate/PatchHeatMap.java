package org.ganvas.viewmodel.translate;

import org.ganvas.data.ImageShape;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.run.SampleGrid;

/** Heat map of a discriminator's answers by patch over the image that they are about. Pure functions, any thread. */
final class PatchHeatMap {

    private static final int CHANNELS = 3;

    /** Share of the colour where D is sure; the image stays visible below it. */
    private static final float MOST = 0.75f;

    private PatchHeatMap() {}

    /**
     * An image in grey, tinted in the colour of real images where D takes a patch for real, and in that of generated ones
     * where it does not; grey where it cannot tell.
     *
     * @param image one, grey or in colours
     * @param realness one channel, each patch from -1 generated to 1 real
     */
    static SampleGrid over(SampleGrid image, SampleGrid realness) {
        ImageShape shape = image.shape();
        ImageShape patches = realness.shape();
        int size = shape.height() * shape.width();
        float[] pixels = new float[CHANNELS * size];
        for (int i = 0; i < size; i++) {
            int row = i / shape.width() * patches.height() / shape.height();
            int column = i % shape.width() * patches.width() / shape.width();
            float sure = realness.pixels()[row * patches.width() + column];
            float share = MOST * Math.abs(sure);
            int colour = sure > 0 ? ScatterPlotPalette.PAPER.real() : ScatterPlotPalette.PAPER.generated();
            float grey = grey(image, i, size);
            for (int channel = 0; channel < CHANNELS; channel++) {
                float level = (colour >> 16 - 8 * channel & 0xFF) / 127.5f - 1;
                pixels[channel * size + i] = grey + share * (level - grey);
            }
        }
        return new SampleGrid(
                new ImageShape(CHANNELS, shape.height(), shape.width()), 1, 1, pixels, new int[0], image.step());
    }

    private static float grey(SampleGrid image, int pixel, int size) {
        float sum = 0;
        for (int channel = 0; channel < image.shape().channels(); channel++) {
            sum += image.pixels()[channel * size + pixel];
        }
        return sum / image.shape().channels();
    }
}
