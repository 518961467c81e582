package org.ganvas.lab;

import java.util.List;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.session.background.CheckpointWeights;
import org.jspecify.annotations.Nullable;

/** Frames of a film of the Lab over the states of a run. One thread. */
public final class LabFilmFrames {

    public static final double FRAMES_PER_SECOND = 10;

    /** Lines by which the legend of a frame may be longer than that of the first. */
    public static final int SPARE_LINES = 1;

    private final LabPlotter plotter;
    private final List<State> states;
    private int next;
    private @Nullable LayeredPlot last;

    /** A state of a run that is read when its frame is due. */
    @FunctionalInterface
    public interface State {
        /** Reads it. @return null where it is no longer kept */
        @Nullable
        CheckpointWeights read();
    }

    /**
     * @param states by step, at least one; the last one is always there
     */
    public LabFilmFrames(LabPlotter plotter, List<State> states) {
        this.plotter = plotter;
        this.states = List.copyOf(states);
    }

    /**
     * The plot of a frame, asked for in order; beyond the last state, that one again, and where a state was dropped, the one
     * before.
     */
    public LayeredPlot frame(int index) {
        while (next < states.size() && (next <= index || last == null)) {
            CheckpointWeights state = states.get(next).read();
            next++;
            if (state != null) {
                last = plotter.plot(state);
            }
        }
        LayeredPlot plot = last;
        if (plot == null) {
            throw new IllegalStateException("no state of the run is kept");
        }
        return plot;
    }
}
