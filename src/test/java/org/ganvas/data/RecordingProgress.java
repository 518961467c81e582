package org.ganvas.data;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, and cancels once it has been told often enough. */
public final class RecordingProgress implements Progress {

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
