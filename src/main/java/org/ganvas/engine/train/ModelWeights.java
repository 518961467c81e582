package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * Copy of both networks' weights and running statistics for inspection. Filled by the training thread, then handed to one
 * other thread, which may hand it back to be filled again.
 */
public final class ModelWeights {

    private final GeneratorWeights generator;
    private final List<float[]> discriminator = new ArrayList<>();

    ModelWeights(GeneratorWeights generator, List<Integer> lengths) {
        this.generator = generator;
        lengths.forEach(length -> discriminator.add(new float[length]));
    }

    public GeneratorWeights generator() {
        return generator;
    }

    /** Parameters, then running statistics, in D's order; readers must not change them. */
    public List<float[]> discriminator() {
        return discriminator;
    }

    public GanSpec spec() {
        return generator.spec();
    }

    /** The training step of the weights. */
    public long step() {
        return generator.step();
    }
}
