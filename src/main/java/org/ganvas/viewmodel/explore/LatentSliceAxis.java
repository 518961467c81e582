package org.ganvas.viewmodel.explore;

/**
 * An axis of the latent slice. Immutable; any thread.
 *
 * @param kind its origin
 * @param index of the dimension or the direction; between slots 0 for A to B and 1 for A to C
 * @param name its name for the user
 */
public record LatentSliceAxis(Kind kind, int index, String name) {

    /** The origin of an axis. */
    public enum Kind {
        DIRECTION,
        DIMENSION,
        SLOTS
    }

    boolean isSameAs(LatentSliceAxis other) {
        return kind == other.kind && index == other.index;
    }
}
