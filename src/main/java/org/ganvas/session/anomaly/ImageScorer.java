package org.ganvas.session.anomaly;

import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.AnomalyProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;

/** Networks of a captured run with an encoder, which score images. Belongs to one thread; holds native memory until closed. */
public final class ImageScorer implements AutoCloseable {

    private final AnomalyProbe probe;

    /**
     * @param spec with an encoder
     * @throws org.ganvas.engine.spec.base.SpecException if the arrays do not fit the spec
     */
    public ImageScorer(GanSpec spec, TrainerState state) {
        NativeEngine.start();
        probe = new AnomalyProbe(spec, state);
    }

    /**
     * Scores one image.
     *
     * @param label class of the data; -1 where it has none
     * @param image channel by channel, in [-1, 1]
     */
    public ScoredImage score(String name, int label, float[] image) {
        return ScoredImage.of(probe, name, label, image);
    }

    /**
     * Scores of normal images, to compare others with.
     *
     * @param most images at most
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public AnomalyReference reference(Dataset normal, int most, ProgressListener progress) {
        return AnomalyReference.of(probe, normal, most, progress);
    }

    /** Shape, layers and game. */
    public GanSpec spec() {
        return probe.spec();
    }

    @Override
    public void close() {
        probe.close();
    }
}
