package org.ganvas.data;

import java.util.ArrayList;
import java.util.List;

/** Progress that records its reports and is cancelled after a number of them. */
public final class RecordingProgress implements ProgressListener {

    private final int cancelAfter;
    private final List<Double> fractions = new ArrayList<>();

    public RecordingProgress(int cancelAfter) {
        this.cancelAfter = cancelAfter;
    }

    public RecordingProgress() {
        this(Integer.MAX_VALUE);
    }

    public List<Double> fractions() {
        return fractions;
    }

    @Override
    public void report(double fraction) {
        fractions.add(fraction);
    }

    @Override
    public boolean isCancelled() {
        return fractions.size() >= cancelAfter;
    }
}
