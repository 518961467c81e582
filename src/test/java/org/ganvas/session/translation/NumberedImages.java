package org.ganvas.session.translation;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.TranslationInputs;
import org.jspecify.annotations.Nullable;

/**
 * Random images of two classes whose first pixel tells their number, for tests.
 *
 * @param shape of an image
 * @param size number of images
 * @param partner what the images are translated from; null where they have no partners
 */
public record NumberedImages(
        ImageShape shape, int size, @Nullable TranslationInputs partner) implements Dataset {

    /** The first pixel of image 1, after that of image 0, which is 0. */
    public static final float NUMBER = 1 / 256f;

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("numbered", "Numbered", shape, List.of("even", "odd"));
    }

    @Override
    public Optional<TranslationInputs> inputs() {
        return Optional.ofNullable(partner);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        SeededRandomStream random = new SeededRandomStream(4, Purpose.TEST, index);
        for (int i = 0; i < shape.size(); i++) {
            target[offset + i] = (float) random.nextDouble(-1, 1);
        }
        target[offset] = index * NUMBER;
    }

    @Override
    public int label(int index) {
        return index % 2;
    }
}
