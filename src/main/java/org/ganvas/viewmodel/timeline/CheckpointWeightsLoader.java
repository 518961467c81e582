package org.ganvas.viewmodel.timeline;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.RunCapture;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * Lets the explorer draw with the generator of the moment that is looked at, and the look inside see both networks of
 * it, as soon as one has stayed there for a little while: weights are much longer than pictures. FX thread; reads on an
 * executor's.
 */
public final class CheckpointWeightsLoader {

    private static final long PATIENCE_NANOS = 200_000_000;

    private final LatentRenderer latents;
    private final NetworkInspector inside;
    private final CheckpointHistory history;
    private final Executor executor;
    private final Mailbox<Found> loaded = new Mailbox<>();
    private @Nullable Checkpoint selected;
    private boolean waiting;
    private boolean frozen;
    private long since = Long.MIN_VALUE;

    private record Found(Checkpoint checkpoint, GeneratorSource.Frozen generator, TrainerState networks) {}

    public CheckpointWeightsLoader(
            LatentRenderer latents, NetworkInspector inside, CheckpointHistory history, Executor executor) {
        this.latents = latents;
        this.inside = inside;
        this.history = history;
        this.executor = executor;
    }

    /** Somebody looks at a complete moment; null for the present. */
    void select(@Nullable Checkpoint moment) {
        if (moment != null && moment.equals(selected)) {
            return;
        }
        selected = moment;
        waiting = moment != null;
        since = Long.MIN_VALUE;
        if (moment == null && frozen) {
            frozen = false;
            latents.follow(new GeneratorSource.Live());
            inside.follow(null);
        }
    }

    void onFrame(long nanos) {
        since = since == Long.MIN_VALUE ? nanos : since;
        Checkpoint moment = selected;
        if (waiting && moment != null && nanos - since >= PATIENCE_NANOS) {
            waiting = false;
            executor.execute(() -> read(moment));
        }
        Found done = loaded.take();
        if (done != null && done.checkpoint().equals(selected)) {
            frozen = true;
            latents.follow(done.generator());
            inside.follow(done.networks());
        }
    }

    private void read(Checkpoint moment) {
        try {
            RunCapture capture = history.capture(moment);
            if (capture != null) {
                String name = Messages.text("samples.step", NumberFormats.count(moment.step()));
                // The optimizers' state is the greater part of a capture and would be held for nothing.
                loaded.put(new Found(
                        moment,
                        GeneratorSource.Frozen.of(name, capture),
                        capture.state().weights()));
            }
        } catch (IOException e) {
            // Its pictures are told of where they are read; who follows stays with what he has.
            System.getLogger(CheckpointWeightsLoader.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not followed.", e);
        }
    }
}
