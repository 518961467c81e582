package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

/** Derived datasets: rotations and subsets. */
class RotatedDatasetTest {

    @Test
    void everyImageHasFourCounterclockwiseRotations() throws Exception {
        Dataset turned = new RotatedDataset(new Counted(2, new ImageShape(1, 2, 2)));
        assertEquals(8, turned.size());
        assertEquals(4, turned.classCount());
        assertArrayEquals(new float[] {10, 11, 12, 13}, image(turned, 4));
        assertArrayEquals(new float[] {11, 13, 10, 12}, image(turned, 5));
        assertArrayEquals(new float[] {13, 12, 11, 10}, image(turned, 6));
        assertArrayEquals(new float[] {12, 10, 13, 11}, image(turned, 7));
        assertEquals(3, turned.label(7));
        assertEquals(0, turned.label(4));
    }

    @Test
    void everyChannelIsRotatedByItself() throws Exception {
        Dataset turned = new RotatedDataset(new Counted(1, new ImageShape(3, 3, 3)));
        float[] half = image(turned, 2);
        // The last pixel of each channel comes first.
        assertEquals(8, half[0]);
        assertEquals(17, half[9]);
        assertEquals(26, half[18]);
        assertEquals(18, half[26]);
    }

    @Test
    void imagesThatAreNotSquareAreRefusedWithAMessage() {
        Dataset wide = new Counted(1, new ImageShape(1, 2, 3));
        String message = DataFailure.messageOf(() -> new RotatedDataset(wide));
        assertTrue(message.contains("not square"), message);
    }

    @Test
    void aSubsetHasTheChosenImagesAndTheirLabels() {
        Dataset whole = new Counted(9, new ImageShape(1, 1, 1));
        DatasetSubset part = new DatasetSubset(whole, 7, 2, 4);
        assertEquals(3, part.size());
        assertArrayEquals(new float[] {20}, image(part, 1));
        assertEquals(2, part.label(1));
        assertArrayEquals(new float[] {40}, image(part.range(2, 3), 0));
        assertThrows(IllegalArgumentException.class, () -> part.range(1, 1));
    }

    @Test
    void shufflingKeepsEveryImageOnceAndDependsOnItsSeed() {
        Dataset whole = new Counted(50, new ImageShape(1, 1, 1));
        DatasetSubset one = DatasetSubset.shuffled(whole, 3);
        Set<Integer> seen = new HashSet<>();
        boolean moved = false;
        for (int i = 0; i < 50; i++) {
            seen.add(one.label(i));
            moved |= one.label(i) != i;
            assertEquals(one.label(i), DatasetSubset.shuffled(whole, 3).label(i));
        }
        assertEquals(50, seen.size());
        assertTrue(moved);
    }

    private static float[] image(Dataset data, int index) {
        float[] image = new float[data.shape().size() + 2];
        Arrays.fill(image, Float.NaN);
        data.copyImage(index, image, 1);
        assertTrue(Float.isNaN(image[0]) && Float.isNaN(image[image.length - 1]), "written beside");
        return Arrays.copyOfRange(image, 1, image.length - 1);
    }

    /** Pixel p of image i is 10 i + p, and the label is i. */
    private record Counted(int size, ImageShape shape) implements Dataset {
        @Override
        public DatasetInfo info() {
            return DatasetInfo.unlabelled("test:counted", "Counted", shape);
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            for (int p = 0; p < shape.size(); p++) {
                target[offset + p] = 10 * index + p;
            }
        }

        @Override
        public int label(int index) {
            return index;
        }
    }
}
