package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * A copy of both networks' weights and running statistics, to look into elsewhere. Filled by the training thread, then
 * handed to one other thread, then perhaps back to be filled again.
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

    /** Parameters, then statistics, in D's order; not to be changed by readers. */
    public List<float[]> discriminator() {
        return discriminator;
    }

    public GanSpec spec() {
        return generator.spec();
    }

    /** The training step they belong to. */
    public long step() {
        return generator.step();
    }
}
