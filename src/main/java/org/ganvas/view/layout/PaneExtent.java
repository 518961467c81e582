package org.ganvas.view.layout;

/**
 * Extent of a pane along one axis, in text units. Immutable, any thread.
 *
 * @param min least extent at which the pane is usable
 * @param share of the screen that it takes by default; 0 for its natural extent, at most half of the screen
 * @param max greatest extent by default; a user may drag it further
 */
public record PaneExtent(double min, double share, double max) {

    /** Extent of a pane that takes what the others leave. */
    public static PaneExtent growing(double min) {
        return new PaneExtent(min, 1, Double.MAX_VALUE);
    }

    /** Extent that follows the content. */
    public static PaneExtent natural(double min) {
        return new PaneExtent(min, 0, Double.MAX_VALUE);
    }

    boolean isNatural() {
        return share == 0;
    }

    /** Default extent in a screen of an extent. */
    double usual(double whole) {
        return Math.max(min, Math.min(max, share * whole));
    }
}
