package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/** The first moment of a run whose networks come from elsewhere. Any one thread; takes memory for both networks. */
public final class Dl4jRunFactory {

    private static final String EMBEDDING = "discriminator/embedding";

    private Dl4jRunFactory() {}

    /**
     * A trainer's state at step 0 with the weights of these networks, fresh optimizers, and the average at G's weights.
     *
     * @param discriminator null for a fresh one
     * @throws SpecException with one sentence, if the networks do not fit the spec
     */
    public static TrainerState state(
            GanSpec spec, long seed, ImportedNetwork generator, @Nullable ImportedNetwork discriminator) {
        NativeEngine.start();
        NativeEngine.enter();
        Map<String, NamedArray> known = new HashMap<>();
        add(known, "generator/", generator);
        add(known, "average/", generator);
        if (discriminator != null) {
            add(known, "discriminator/", discriminator);
        }
        try (Trainer fresh = Trainer.of(spec, new Nothing(spec.image(), spec.classes()), seed)) {
            List<NamedArray> arrays = new ArrayList<>();
            for (NamedArray array : fresh.capture().arrays()) {
                NamedArray other = known.get(array.name());
                // Without labels' embedding D judges as it did where it came from, and learns it from there.
                boolean silent = discriminator != null && array.name().equals(EMBEDDING);
                arrays.add(silent ? zeros(array) : other == null ? array : fitting(array, other));
            }
            return new TrainerState(0, arrays);
        }
    }

    private static void add(Map<String, NamedArray> known, String prefix, ImportedNetwork network) {
        for (NamedArray array : network.arrays()) {
            known.put(prefix + array.name(), array);
        }
    }

    private static NamedArray zeros(NamedArray array) {
        return new NamedArray(array.name(), array.shape(), new float[array.values().length]);
    }

    private static NamedArray fitting(NamedArray place, NamedArray imported) {
        if (place.values().length != imported.values().length) {
            throw new SpecException("The weights of the model do not fit its layers.");
        }
        return new NamedArray(place.name(), place.shape(), imported.values());
    }

    /** A trainer wants to see data before it is built; this is one black picture, and nobody trains on it. */
    private record Nothing(ImageShape shape, int classes) implements Dataset {
        @Override
        public DatasetInfo info() {
            return new DatasetInfo(
                    "nothing",
                    "Nothing",
                    shape,
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList());
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            for (int i = 0; i < shape.size(); i++) {
                target[offset + i] = -1;
            }
        }

        @Override
        public int label(int index) {
            return 0;
        }
    }
}
