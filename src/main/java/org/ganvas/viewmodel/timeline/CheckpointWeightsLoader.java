package org.ganvas.viewmodel.timeline;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.TrainedData;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * Weights of the selected checkpoint for the latent renderer (G), the inspection and the lab (G and D). They are much larger than
 * the sample grid, so they are loaded only when the selection has not changed for 200 ms. FX thread; reads on the
 * executor.
 */
public final class CheckpointWeightsLoader {

    private static final long SETTLED_NANOS = 200_000_000;

    private final LatentRenderer latents;
    private final NetworkInspector inside;
    private final PointLab lab;
    private final CheckpointHistory history;
    private final Executor executor;
    private final LatestValueMailbox<Loaded> loaded = new LatestValueMailbox<>();
    private @Nullable Checkpoint selected;
    private boolean waiting;
    private boolean frozen;
    private long since = Long.MIN_VALUE;

    private record Loaded(Checkpoint checkpoint, GeneratorSource.Frozen generator, CheckpointWeights networks) {}

    public CheckpointWeightsLoader(
            LatentRenderer latents,
            NetworkInspector inside,
            PointLab lab,
            CheckpointHistory history,
            Executor executor) {
        this.latents = latents;
        this.inside = inside;
        this.lab = lab;
        this.history = history;
        this.executor = executor;
    }

    /** Selects a complete checkpoint; null for the present. */
    void select(@Nullable Checkpoint checkpoint) {
        if (checkpoint != null && checkpoint.equals(selected)) {
            return;
        }
        selected = checkpoint;
        waiting = checkpoint != null;
        since = Long.MIN_VALUE;
        if (checkpoint == null && frozen) {
            frozen = false;
            latents.useSource(new GeneratorSource.Live());
            inside.useCheckpoint(null);
            lab.useCheckpoint(null);
        }
    }

    void onFrame(long nanos) {
        since = since == Long.MIN_VALUE ? nanos : since;
        Checkpoint checkpoint = selected;
        if (waiting && checkpoint != null && nanos - since >= SETTLED_NANOS) {
            waiting = false;
            executor.execute(() -> read(checkpoint));
        }
        Loaded done = loaded.take();
        if (done != null && done.checkpoint().equals(selected)) {
            frozen = true;
            latents.useSource(done.generator());
            inside.useCheckpoint(done.networks());
            lab.useCheckpoint(done.networks());
        }
    }

    private void read(Checkpoint checkpoint) {
        try {
            RunCapture capture = history.capture(checkpoint);
            if (capture != null) {
                String name = Messages.text("samples.step", NumberFormats.count(checkpoint.step()));
                // Without the optimizers' state, which is the greater part of a capture and is not needed here.
                loaded.put(new Loaded(
                        checkpoint,
                        GeneratorSource.Frozen.of(name, capture),
                        new CheckpointWeights(
                                capture.info().spec(), capture.state().weights(), TrainedData.of(capture.info()))));
            }
        } catch (IOException e) {
            // The image loader reports the same failure; renderer and inspection stay with the weights they have.
            System.getLogger(CheckpointWeightsLoader.class.getName())
                    .log(System.Logger.Level.DEBUG, "The weights of a checkpoint cannot be read.", e);
        }
    }
}
