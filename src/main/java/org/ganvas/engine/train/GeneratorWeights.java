package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * Copy of a generator's weights and running statistics for rendering. Filled by the training thread, then handed to one
 * other thread, which may hand it back to be filled again.
 */
public final class GeneratorWeights {

    private final GanSpec spec;
    private final List<float[]> arrays = new ArrayList<>();
    private long step;

    GeneratorWeights(GanSpec spec, List<Integer> lengths) {
        this.spec = spec;
        lengths.forEach(length -> arrays.add(new float[length]));
    }

    public GanSpec spec() {
        return spec;
    }

    /** The training step of the weights. */
    public long step() {
        return step;
    }

    void setStep(long newStep) {
        step = newStep;
    }

    /** Parameters, then running statistics, in the generator's order; readers must not change them. */
    public List<float[]> arrays() {
        return arrays;
    }
}
