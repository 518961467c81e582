package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

/** Views on a set: its pictures turned, and parts of it. */
class RotatedDatasetTest {

    @Test
    void everyPictureComesInFourWaysAgainstTheClock() throws Exception {
        Dataset turned = new RotatedDataset(new Counted(2, new ImageShape(1, 2, 2)));
        assertEquals(8, turned.size());
        assertEquals(4, turned.classCount());
        assertArrayEquals(new float[] {10, 11, 12, 13}, picture(turned, 4));
        assertArrayEquals(new float[] {11, 13, 10, 12}, picture(turned, 5));
        assertArrayEquals(new float[] {13, 12, 11, 10}, picture(turned, 6));
        assertArrayEquals(new float[] {12, 10, 13, 11}, picture(turned, 7));
        assertEquals(3, turned.label(7));
        assertEquals(0, turned.label(4));
    }

    @Test
    void everyColourIsTurnedByItself() throws Exception {
        Dataset turned = new RotatedDataset(new Counted(1, new ImageShape(3, 3, 3)));
        float[] half = picture(turned, 2);
        // The last of each plane comes first.
        assertEquals(8, half[0]);
        assertEquals(17, half[9]);
        assertEquals(26, half[18]);
        assertEquals(18, half[26]);
    }

    @Test
    void picturesThatAreNotSquareAreRefusedInASentence() {
        Dataset wide = new Counted(1, new ImageShape(1, 2, 3));
        String message = assertThrows(DataException.class, () -> new RotatedDataset(wide))
                .getMessage();
        assertTrue(message.contains("not square"), message);
    }

    @Test
    void aPartHoldsTheChosenPicturesAndTheirLabels() {
        Dataset whole = new Counted(9, new ImageShape(1, 1, 1));
        DatasetSubset part = new DatasetSubset(whole, 7, 2, 4);
        assertEquals(3, part.size());
        assertArrayEquals(new float[] {20}, picture(part, 1));
        assertEquals(2, part.label(1));
        assertArrayEquals(new float[] {40}, picture(part.range(2, 3), 0));
        assertThrows(IllegalArgumentException.class, () -> part.range(1, 1));
    }

    @Test
    void shufflingKeepsEveryPictureOnceAndIsDecidedByItsSeed() {
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

    private static float[] picture(Dataset data, int index) {
        float[] picture = new float[data.shape().size() + 2];
        Arrays.fill(picture, Float.NaN);
        data.copyPicture(index, picture, 1);
        assertTrue(Float.isNaN(picture[0]) && Float.isNaN(picture[picture.length - 1]), "written beside");
        return Arrays.copyOfRange(picture, 1, picture.length - 1);
    }

    /** Pixel p of picture i is 10 i + p, and the label is i. */
    private record Counted(int size, ImageShape shape) implements Dataset {
        @Override
        public String id() {
            return "test:counted";
        }

        @Override
        public String name() {
            return "Counted";
        }

        @Override
        public List<String> classNames() {
            return List.of();
        }

        @Override
        public void copyPicture(int index, float[] target, int offset) {
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
