package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * A copy of a generator's weights and running statistics, to draw with elsewhere. Filled by the training thread, then
 * handed to one other thread, then perhaps back to be filled again.
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

    /** The training step they belong to. */
    public long step() {
        return step;
    }

    void setStep(long newStep) {
        step = newStep;
    }

    /** Parameters, then statistics, in the generator's order; not to be changed by readers. */
    public List<float[]> arrays() {
        return arrays;
    }
}
