package org.ganvas.viewmodel.timeline;

import org.ganvas.data.Progress;

/** How far a film on its way into a file is, as its thread tells it and the FX thread reads it. */
public final class FilmExportProgress implements Progress {

    private volatile double done;
    private volatile boolean stopped;

    @Override
    public void report(double fraction) {
        done = fraction;
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    /** 0 to 1. */
    public double done() {
        return done;
    }

    /** Gives it up. */
    public void cancel() {
        stopped = true;
    }
}
