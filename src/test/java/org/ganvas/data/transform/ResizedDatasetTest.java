package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;

class ResizedDatasetTest {

    @Test
    void enlargesBetweenTheCentresOfPixels() {
        float[] pixels = new float[8];
        ResizedDataset.of(new Pair(), new ImageShape(1, 2, 4)).copyImage(0, pixels, 0);
        assertArrayEquals(new float[] {-1, -0.5f, 0.5f, 1, -1, -0.5f, 0.5f, 1}, pixels, 1e-6f);
    }

    @Test
    void everyChannelIsScaledByItself() {
        Dataset tinted = new TintedDataset(new Pair(), 1);
        float[] small = new float[6];
        tinted.copyImage(0, small, 0);
        float[] large = new float[25];
        ResizedDataset.of(tinted, new ImageShape(3, 2, 4)).copyImage(0, large, 1);
        for (int channel = 0; channel < 3; channel++) {
            float left = small[2 * channel];
            float right = small[2 * channel + 1];
            float[] row = {left, left + (right - left) / 4, left + (right - left) * 3 / 4, right};
            int start = 1 + 8 * channel;
            assertArrayEquals(row, Arrays.copyOfRange(large, start, start + 4), 1e-6f);
            assertArrayEquals(row, Arrays.copyOfRange(large, start + 4, start + 8), 1e-6f);
        }
    }

    @Test
    void keepsDatasetsThatFit() {
        Dataset pair = new Pair();
        assertSame(pair, ResizedDataset.of(pair, pair.shape()));
        assertSame(pair, ResizedDataset.of(pair, ImageShape.POINT));
    }

    @Test
    void doodlesHaveTheWantedSize() throws DataException {
        Dataset doodles = DatasetRegistry.open(DatasetEntry.DOODLES, new ImageShape(3, 64, 64), ProgressListener.NONE);
        assertEquals(new ImageShape(3, 64, 64), doodles.shape());
        float[] pixels = new float[doodles.shape().size()];
        doodles.copyImage(5, pixels, 0);
        float brightest = -1;
        for (float pixel : pixels) {
            brightest = Math.max(brightest, pixel);
        }
        assertEquals(1, brightest, 0.1f);
    }

    @Test
    void doodlesHaveColoursForColourNetworks() throws DataException {
        ImageShape wanted = new ImageShape(3, 28, 28);
        Dataset grey = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        Dataset coloured = DatasetRegistry.open(DatasetEntry.DOODLES, wanted, ProgressListener.NONE);
        assertEquals(wanted, coloured.shape());
        int plane = 28 * 28;
        double[] hues = new double[300];
        for (int i = 0; i < hues.length; i++) {
            float[] ink = new float[plane];
            float[] pixels = new float[3 * plane];
            grey.copyImage(i, ink, 0);
            coloured.copyImage(i, pixels, 0);
            assertEquals(grey.label(i), coloured.label(i));
            int most = IntStream.range(0, plane).reduce(0, (best, at) -> ink[at] > ink[best] ? at : best);
            double[] strong = colour(pixels, most);
            double[] paper = colour(pixels, 0);
            assertTrue(light(strong) > light(paper) + 0.25, "image " + i + " can be read");
            assertTrue(Arrays.stream(paper).max().orElseThrow() <= 0.3 && light(paper) > 0.03, "image " + i);
            hues[i] = strong[0] - strong[2];
        }
        assertEquals(0, Arrays.stream(hues).average().orElseThrow(), 0.1, "as many warm as cold");
        assertTrue(Arrays.stream(hues).map(Math::abs).average().orElseThrow() > 0.3, "and few grey");
    }

    private static double[] colour(float[] pixels, int at) {
        int plane = pixels.length / 3;
        return new double[] {(pixels[at] + 1) / 2, (pixels[plane + at] + 1) / 2, (pixels[2 * plane + at] + 1) / 2};
    }

    private static double light(double[] colour) {
        return (colour[0] + colour[1] + colour[2]) / 3;
    }

    /** One image of a black and a white pixel. */
    private static final class Pair implements Dataset {
        @Override
        public DatasetInfo info() {
            return DatasetInfo.unlabelled("test:pair", "Pair", new ImageShape(1, 1, 2));
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            target[offset] = -1;
            target[offset + 1] = 1;
        }

        @Override
        public int label(int index) {
            return 0;
        }
    }
}
