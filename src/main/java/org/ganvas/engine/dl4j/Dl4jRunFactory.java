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
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/** Initial state of a run with imported networks. Any one thread; allocates memory for both networks. */
public final class Dl4jRunFactory {

    private static final String EMBEDDING = "discriminator/embedding";

    private Dl4jRunFactory() {}

    /**
     * The state at step 0 with the weights of the networks, fresh optimizers, and averaged weights equal to G's.
     *
     * @param discriminator null for a fresh one
     * @throws SpecException if the networks do not fit the spec
     */
    public static TrainerState state(
            GanSpec spec, long seed, ImportedDl4jNetwork generator, @Nullable ImportedDl4jNetwork discriminator) {
        NativeEngine.start();
        NativeEngine.applyThreadCount();
        Map<String, NamedArray> imported = new HashMap<>();
        add(imported, "generator/", generator);
        add(imported, "average/", generator);
        if (discriminator != null) {
            add(imported, "discriminator/", discriminator);
        }
        try (Trainer fresh = Trainer.of(spec, new BlackImage(spec.image(), spec.classes()), seed)) {
            List<NamedArray> arrays = new ArrayList<>();
            for (NamedArray array : fresh.capture().arrays()) {
                NamedArray other = imported.get(array.name());
                // With an embedding of zeros an imported D computes the same logits as before, and learns the
                // embedding.
                boolean zero = discriminator != null && array.name().equals(EMBEDDING);
                arrays.add(zero ? zeros(array) : other == null ? array : fitting(array, other));
            }
            return new TrainerState(0, arrays);
        }
    }

    private static void add(Map<String, NamedArray> arrays, String prefix, ImportedDl4jNetwork network) {
        for (NamedArray array : network.arrays()) {
            arrays.put(prefix + array.name(), array);
        }
    }

    private static NamedArray zeros(NamedArray array) {
        return new NamedArray(array.name(), array.shape(), new float[array.values().length]);
    }

    private static NamedArray fitting(NamedArray place, NamedArray imported) {
        if (place.values().length != imported.values().length) {
            throw new SpecException(Message.of("engine.dl4j.modelWeights"));
        }
        return new NamedArray(place.name(), place.shape(), imported.values());
    }

    /** Dataset of one black image, which a trainer needs to be built and which is never trained on. */
    private record BlackImage(ImageShape shape, int classes) implements Dataset {
        @Override
        public DatasetInfo info() {
            return new DatasetInfo(
                    "black",
                    "Black image",
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
