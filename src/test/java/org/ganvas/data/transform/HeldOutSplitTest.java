package org.ganvas.data.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.TranslationInputs;
import org.junit.jupiter.api.Test;

class HeldOutSplitTest {

    /** One pixel an image, which is its number. */
    private record Numbers(int size, float sign) implements Dataset {

        @Override
        public DatasetInfo info() {
            return DatasetInfo.unlabelled("numbers", "numbers", new ImageShape(1, 1, 1));
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            target[offset] = sign * index;
        }

        @Override
        public int label(int index) {
            return 0;
        }
    }

    private static List<Float> images(Dataset data) {
        List<Float> all = new ArrayList<>();
        float[] pixel = new float[1];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, pixel, 0);
            all.add(pixel[0]);
        }
        return all;
    }

    @Test
    void everyImageIsInOnePartAndATenthIsHeld() {
        HeldOutSplit split = HeldOutSplit.of(new Numbers(103, 1), 7).orElseThrow();
        assertEquals(10, split.held().size());
        Set<Float> all = new TreeSet<>(images(split.training()));
        assertEquals(93, all.size());
        all.addAll(images(split.held()));
        assertEquals(103, all.size());
        assertEquals(
                images(split.held()),
                images(HeldOutSplit.of(new Numbers(103, 1), 7).orElseThrow().held()));
        assertNotEquals(
                images(split.held()),
                images(HeldOutSplit.of(new Numbers(103, 1), 8).orElseThrow().held()));
    }

    @Test
    void pairsStayTogether() {
        Dataset pairs = new TranslationDataset("pairs", new Numbers(50, -1), new Numbers(50, 1), true);
        HeldOutSplit split = HeldOutSplit.of(pairs, 1).orElseThrow();
        for (Dataset part : List.of(split.training(), split.held())) {
            TranslationInputs inputs = part.inputs().orElseThrow();
            assertTrue(inputs.paired());
            List<Float> outputs = images(part);
            List<Float> sources = images(inputs.images());
            assertEquals(outputs.size(), sources.size());
            for (int i = 0; i < outputs.size(); i++) {
                assertEquals(outputs.get(i), -sources.get(i));
            }
        }
    }

    @Test
    void independentCollectionsAreSplitByThemselves() {
        Dataset two = new TranslationDataset("two", new Numbers(30, -1), new Numbers(80, 1), false);
        HeldOutSplit split = HeldOutSplit.of(two, 1).orElseThrow();
        assertEquals(8, split.held().size());
        assertEquals(72, split.training().size());
        TranslationInputs held = split.held().inputs().orElseThrow();
        assertFalse(held.paired());
        assertEquals(3, held.images().size());
        assertEquals(27, split.training().inputs().orElseThrow().images().size());
    }

    @Test
    void aSingleImageCannotBeSplit() {
        assertTrue(HeldOutSplit.of(new Numbers(1, 1), 1).isEmpty());
    }
}
