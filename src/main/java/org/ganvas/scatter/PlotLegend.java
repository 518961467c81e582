package org.ganvas.scatter;

import java.util.List;

/**
 * What stands around a plot in a file, so that it explains itself. Immutable; any thread.
 *
 * @param title line above the plot; empty for none
 * @param marks what the signs in the plot mean, in the order in which they stand
 * @param low text at the lower end of the key of the colours; empty where there is no key
 * @param high text at its upper end
 * @param sentence below the rest, in as many lines as it takes; empty for none
 */
public record PlotLegend(String title, List<Mark> marks, String low, String high, String sentence) {

    /** Sign in the plot. */
    public enum Sign {
        /** Real point. */
        CROSS,
        /** Generated point. */
        DOT,
        /** Generated point before a step. */
        RING,
        /** Latent. */
        LATENT,
        /** Contour of the discriminator. */
        LINE,
        /** Force. */
        ARROW
    }

    /**
     * Meaning of a sign.
     *
     * @param word in the language of the file
     */
    public record Mark(Sign sign, String word) {}

    public PlotLegend {
        marks = List.copyOf(marks);
    }

    /** A title alone. */
    public static PlotLegend ofTitle(String title) {
        return new PlotLegend(title, List.of(), "", "", "");
    }
}
