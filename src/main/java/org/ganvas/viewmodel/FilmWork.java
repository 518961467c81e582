package org.ganvas.viewmodel;

import org.ganvas.data.Progress;

/** How far a film on its way into a file is, as its thread tells it and the FX thread reads it. */
final class FilmWork implements Progress {

    private volatile double done;
    private volatile boolean stopped;

    @Override
    public void at(double fraction) {
        done = fraction;
    }

    @Override
    public boolean cancelled() {
        return stopped;
    }

    /** 0 to 1. */
    double done() {
        return done;
    }

    /** Gives it up. */
    void stop() {
        stopped = true;
    }
}
