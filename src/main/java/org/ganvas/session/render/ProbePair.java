package org.ganvas.session.render;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.jspecify.annotations.Nullable;

/**
 * Probes of one generator: one for its raw and one for its averaged weights, each built when it is first needed. Belongs
 * to one thread; holds native memory until closed.
 */
final class ProbePair implements AutoCloseable {

    private final GanSpec spec;
    private final @Nullable GeneratorProbe[] probes = new GeneratorProbe[2];

    ProbePair(GanSpec spec) {
        this.spec = spec;
    }

    /** The probe; null if it was not built yet. */
    @Nullable
    GeneratorProbe get(boolean averaged) {
        return probes[index(averaged)];
    }

    /** The probe, built now if it was not before. */
    GeneratorProbe getOrBuild(boolean averaged) {
        GeneratorProbe known = get(averaged);
        if (known != null) {
            return known;
        }
        GeneratorProbe built = new GeneratorProbe(spec);
        probes[index(averaged)] = built;
        return built;
    }

    /** Closes the one probe. */
    void drop(boolean averaged) {
        GeneratorProbe probe = probes[index(averaged)];
        if (probe != null) {
            probe.close();
            probes[index(averaged)] = null;
        }
    }

    static int index(boolean averaged) {
        return averaged ? 1 : 0;
    }

    @Override
    public void close() {
        drop(false);
        drop(true);
    }
}
