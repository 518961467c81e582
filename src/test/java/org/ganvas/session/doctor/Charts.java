package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;

/** Made-up check-ups: a healthy game on the ring, with one thing wrong. */
final class Charts {

    static final GanSpec RING = Presets.get("ring").spec();

    private static final int STRETCHES = 200;
    private static final int LOOKS = 40;
    private static final int EVERY = 100;

    private Charts() {}

    static Stretch calm(int index) {
        return new Stretch(index * 20L, 1.38, 0.7, 0.51, 0.49, 1, 1);
    }

    static SampleSign varied(int index) {
        return new SampleSign(index * (long) EVERY, 1, 0.8, 0.9, 1, 0.9, 0.05, Double.NaN);
    }

    static CheckUp of(GanSpec spec, IntFunction<Stretch> stretch, IntFunction<SampleSign> sample) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 1; i <= STRETCHES; i++) {
            stretches.add(stretch.apply(i));
        }
        List<SampleSign> samples = new ArrayList<>();
        for (int i = 1; i <= LOOKS; i++) {
            samples.add(sample.apply(i));
        }
        return new CheckUp(spec, stretches, 1, samples);
    }

    static CheckUp healthy() {
        return of(RING, Charts::calm, Charts::varied);
    }
}
