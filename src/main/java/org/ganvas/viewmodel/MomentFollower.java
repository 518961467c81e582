package org.ganvas.viewmodel;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.ganvas.session.GeneratorSource;
import org.ganvas.session.InsideDesk;
import org.ganvas.session.LatentDesk;
import org.ganvas.session.Mailbox;
import org.ganvas.session.history.History;
import org.ganvas.session.history.Moment;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Lets the explorer draw with the generator of the moment that is looked at, and the look inside see both networks of
 * it, as soon as one has stayed there for a little while: weights are much longer than pictures. FX thread; reads on an
 * executor's.
 */
final class MomentFollower {

    private static final long PATIENCE_NANOS = 200_000_000;

    private final LatentDesk latents;
    private final InsideDesk inside;
    private final History history;
    private final Executor executor;
    private final Mailbox<Found> found = new Mailbox<>();
    private @Nullable Moment looked;
    private boolean waiting;
    private boolean frozen;
    private long since = Long.MIN_VALUE;

    private record Found(Moment moment, RunCapture capture) {}

    MomentFollower(LatentDesk latents, InsideDesk inside, History history, Executor executor) {
        this.latents = latents;
        this.inside = inside;
        this.history = history;
        this.executor = executor;
    }

    /** Somebody looks at a complete moment; null for the present. */
    void look(@Nullable Moment moment) {
        if (moment != null && moment.equals(looked)) {
            return;
        }
        looked = moment;
        waiting = moment != null;
        since = Long.MIN_VALUE;
        if (moment == null && frozen) {
            frozen = false;
            latents.follow(new GeneratorSource.Live());
            inside.follow(null);
        }
    }

    void pulse(long nanos) {
        since = since == Long.MIN_VALUE ? nanos : since;
        Moment moment = looked;
        if (waiting && moment != null && nanos - since >= PATIENCE_NANOS) {
            waiting = false;
            executor.execute(() -> read(moment));
        }
        Found done = found.take();
        if (done != null && done.moment().equals(looked)) {
            frozen = true;
            latents.follow(new GeneratorSource.Frozen(
                    Messages.text("samples.step", Figures.count(done.moment().step())),
                    done.capture().info().spec(),
                    done.capture().state(),
                    done.capture().info().classNames()));
            inside.follow(done.capture().state());
        }
    }

    private void read(Moment moment) {
        try {
            RunCapture capture = history.capture(moment);
            if (capture != null) {
                found.put(new Found(moment, capture));
            }
        } catch (IOException e) {
            // Its pictures are told of where they are read; who follows stays with what he has.
            System.getLogger(MomentFollower.class.getName()).log(System.Logger.Level.DEBUG, "Not followed.", e);
        }
    }
}
