package org.ganvas.session.render;

import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;

/**
 * Sampler of a captured run or of a generator that does not change, for files and the command line; the live generator
 * renders through {@link LatentRenderer}. Holds native memory until closed.
 */
public final class OfflineSampler implements LatentSampler {

    private final GanSpec spec;
    private final long step;
    private final GeneratorProbe raw;
    private final GeneratorProbe averaged;

    /**
     * The generator of a captured run.
     *
     * @throws SpecException if the capture's arrays do not fit its spec
     */
    public OfflineSampler(RunCapture capture) {
        this(capture.info().spec(), capture.state());
    }

    /**
     * A generator that does not change.
     *
     * @throws SpecException if its arrays do not fit its spec
     */
    public OfflineSampler(GeneratorSource.Frozen source) {
        this(source.spec(), source.state());
    }

    private OfflineSampler(GanSpec spec, TrainerState state) {
        this.spec = spec;
        step = state.step();
        NativeEngine.start();
        raw = new GeneratorProbe(spec);
        averaged = new GeneratorProbe(spec);
        raw.load(state, false);
        averaged.load(state, spec.training().averagesWeights());
    }

    @Override
    public SampleGrid render(LatentRequest request) {
        if (!LatentRowRenderer.fit(request, spec)) {
            throw new SpecException(
                    spec.conditional()
                            ? Message.of("session.sampler.doesNotFitConditional", spec.latentDim(), spec.classes() - 1)
                            : Message.of("session.sampler.doesNotFit", spec.latentDim()));
        }
        return LatentRowRenderer.render(request, request.averaged() ? averaged : raw, step);
    }

    @Override
    public void close() {
        raw.close();
        averaged.close();
    }
}
