package org.ganvas.session.render;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** A generator whose weights do not change, with its probes. The explore thread's; holds native memory until closed. */
final class FrozenGenerator implements AutoCloseable {

    private final GeneratorSource.Frozen source;
    private final ProbePair probes;

    FrozenGenerator(GeneratorSource.Frozen source) {
        this.source = source;
        probes = new ProbePair(source.spec());
    }

    boolean isOf(GeneratorSource.Frozen other) {
        return source == other;
    }

    /** Images of the latents; null if they do not fit the generator. */
    @Nullable
    SampleGrid render(LatentRequest request) {
        return LatentRowRenderer.fit(request, source.spec())
                ? LatentRowRenderer.render(
                        request, probe(request.averaged()), source.state().step())
                : null;
    }

    private GeneratorProbe probe(boolean averagedWanted) {
        boolean averaged = averagedWanted && source.spec().training().averagesWeights();
        GeneratorProbe known = probes.get(averaged);
        if (known != null) {
            return known;
        }
        GeneratorProbe built = probes.getOrBuild(averaged);
        try {
            built.load(source.state(), averaged);
        } catch (RuntimeException e) {
            probes.drop(averaged);
            throw e;
        }
        return built;
    }

    @Override
    public void close() {
        probes.close();
    }
}
