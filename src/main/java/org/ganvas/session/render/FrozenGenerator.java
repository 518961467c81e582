package org.ganvas.session.render;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** A generator that stands still, with a probe for its raw and one for its averaged weights. The explore thread's. */
final class FrozenGenerator implements AutoCloseable {

    private final GeneratorSource.Frozen source;
    private final @Nullable GeneratorProbe[] probes = new GeneratorProbe[2];

    FrozenGenerator(GeneratorSource.Frozen source) {
        this.source = source;
    }

    boolean isOf(GeneratorSource.Frozen other) {
        return source == other;
    }

    /** Null if the request is for a generator of another width. */
    @Nullable
    SampleGrid draw(LatentRequest hand) {
        return LatentRowRenderer.fit(hand, source.spec())
                ? LatentRowRenderer.draw(
                        hand, probe(hand.averaged()), source.state().step())
                : null;
    }

    private GeneratorProbe probe(boolean averagedWanted) {
        boolean averaged = averagedWanted && source.spec().training().averagesWeights();
        GeneratorProbe known = probes[averaged ? 1 : 0];
        if (known != null) {
            return known;
        }
        GeneratorProbe fresh = new GeneratorProbe(source.spec());
        try {
            fresh.load(source.state(), averaged);
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
        probes[averaged ? 1 : 0] = fresh;
        return fresh;
    }

    @Override
    public void close() {
        for (int i = 0; i < probes.length; i++) {
            GeneratorProbe probe = probes[i];
            if (probe != null) {
                probe.close();
                probes[i] = null;
            }
        }
    }
}
