package org.ganvas.viewmodel.timeline;

import org.ganvas.data.ProgressListener;

/** Progress of a film export: reported by its thread, read and cancelled on the FX thread. */
public final class FilmExportProgress implements ProgressListener {

    private volatile double done;
    private volatile boolean cancelled;

    @Override
    public void report(double fraction) {
        done = fraction;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /** Fraction that is written, 0 to 1. */
    public double done() {
        return done;
    }

    /** Cancels the export. */
    public void cancel() {
        cancelled = true;
    }
}
