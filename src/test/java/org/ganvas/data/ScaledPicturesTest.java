package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaledPicturesTest {

    @Test
    void enlargesBetweenTheCentresOfPixels() {
        float[] pixels = new float[8];
        ScaledPictures.of(new Pair(), new ImageShape(1, 2, 4)).copyPicture(0, pixels, 0);
        assertArrayEquals(new float[] {-1, -0.5f, 0.5f, 1, -1, -0.5f, 0.5f, 1}, pixels, 1e-6f);
    }

    @Test
    void greyBecomesThreeEqualChannels() {
        float[] pixels = new float[7];
        ScaledPictures.of(new Pair(), new ImageShape(3, 1, 2)).copyPicture(0, pixels, 1);
        assertArrayEquals(new float[] {0, -1, 1, -1, 1, -1, 1}, pixels, 1e-6f);
    }

    @Test
    void leavesWhatFitsAsItIs() {
        Dataset pair = new Pair();
        assertSame(pair, ScaledPictures.of(pair, pair.shape()));
        assertSame(pair, ScaledPictures.of(pair, ImageShape.POINT));
    }

    @Test
    void doodlesAreDrawnInTheSizeThatIsAskedFor() throws DataException {
        Dataset doodles = Datasets.open(Datasets.DOODLES, new ImageShape(3, 64, 64), Progress.NONE);
        assertEquals(new ImageShape(3, 64, 64), doodles.shape());
        float[] pixels = new float[doodles.shape().size()];
        doodles.copyPicture(5, pixels, 0);
        float brightest = -1;
        for (float pixel : pixels) {
            brightest = Math.max(brightest, pixel);
        }
        assertEquals(1, brightest, 0.1f);
    }

    /** One picture of a black and a white pixel. */
    private static final class Pair implements Dataset {
        @Override
        public String id() {
            return "test:pair";
        }

        @Override
        public String name() {
            return "Pair";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public ImageShape shape() {
            return new ImageShape(1, 1, 2);
        }

        @Override
        public List<String> classNames() {
            return List.of();
        }

        @Override
        public void copyPicture(int index, float[] target, int offset) {
            target[offset] = -1;
            target[offset + 1] = 1;
        }

        @Override
        public int label(int index) {
            return 0;
        }
    }
}
