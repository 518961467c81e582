package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class NearestRealImageTest {

    private static final int SIDE = 10;

    /** Noise, which lies far apart. */
    private record Noise(int size) implements Dataset {
        @Override
        public DatasetInfo info() {
            return DatasetInfo.unlabelled("noise", "Noise", new ImageShape(1, SIDE, SIDE));
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            float[] one = new float[shape().size()];
            new SeededRandomStream(5, Purpose.TEST, index).fillGaussian(one, 0.3);
            System.arraycopy(one, 0, target, offset, one.length);
        }

        @Override
        public int label(int index) {
            return 0;
        }

        float[] image(int index) {
            float[] one = new float[shape().size()];
            copyImage(index, one, 0);
            return one;
        }
    }

    @Test
    void aCopyIsFoundAtItsOwnDistance() {
        Noise data = new Noise(300);
        float[] image = data.image(217);
        image[3] += 0.3f;
        image[77] -= 0.4f;
        NearestRealImage.Match found = new NearestRealImage(data).find(image, () -> false);
        assertEquals(217, found.index());
        assertEquals(0.5, found.distance(), 1e-5);
    }

    /** Against all pairs, in double precision. */
    @Test
    void theFloorIsTheMedianOfNearestOthers() {
        Noise data = new Noise(20);
        double[] nearest = new double[20];
        for (int i = 0; i < 20; i++) {
            nearest[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < 20; j++) {
                double squares = 0;
                for (int k = 0; k < SIDE * SIDE; k++) {
                    double d = (double) data.image(i)[k] - data.image(j)[k];
                    squares += d * d;
                }
                nearest[i] = i == j ? nearest[i] : Math.min(nearest[i], Math.sqrt(squares));
            }
        }
        Arrays.sort(nearest);
        assertEquals((nearest[9] + nearest[10]) / 2, new NearestRealImage(data).floor(() -> false), 1e-4);
    }

    @Test
    void aCancelledSearchReturnsNoMatch() {
        NearestRealImage nearest = new NearestRealImage(new Noise(5));
        assertTrue(nearest.find(new float[SIDE * SIDE], () -> true).index() < 0);
        assertTrue(Double.isNaN(nearest.floor(() -> true)));
        assertTrue(nearest.floor(() -> false) > 0, "asked again it is measured");
    }

    @Test
    void aSingleImageHasNoFloor() {
        assertTrue(Double.isNaN(new NearestRealImage(new Noise(1)).floor(() -> false)));
    }
}
