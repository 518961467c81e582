package org.ganvas.session.doctor;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * All that a diagnosis is made from. Immutable, any thread.
 *
 * @param spec of the run, as it is now
 * @param stretches the latest figures, the oldest first
 * @param greatestGradient of G's, over the whole run
 * @param samples the latest looks at what G draws, the oldest first
 */
public record CheckUp(GanSpec spec, List<Stretch> stretches, double greatestGradient, List<SampleSign> samples) {

    public CheckUp {
        stretches = List.copyOf(stretches);
        samples = List.copyOf(samples);
    }

    /** The step it is about. */
    public long step() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).step();
    }

    /** The latest stretches that cover so many steps, fewer where there are no more. */
    List<Stretch> latest(int steps) {
        int count = Math.min(stretches.size(), steps / Pulse.STRETCH);
        return stretches.subList(stretches.size() - count, stretches.size());
    }

    /** Whether that many steps were counted. */
    boolean counted(int steps) {
        return stretches.size() * Pulse.STRETCH >= steps;
    }

    /** The looks of the last so many steps. */
    List<SampleSign> samplesOf(long steps) {
        return samples.stream().filter(one -> one.step() > step() - steps).toList();
    }
}
