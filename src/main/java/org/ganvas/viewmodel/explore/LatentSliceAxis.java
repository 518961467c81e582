package org.ganvas.viewmodel.explore;

/**
 * A direction that the plane of neighbours can lie along. Immutable, any thread.
 *
 * @param kind what it is
 * @param index of the dimension or the direction; of pictures 0 for A to B and 1 for A to C
 * @param name what people read
 */
public record LatentSliceAxis(Kind kind, int index, String name) {

    /** Where it comes from. */
    public enum Kind {
        DIRECTION,
        DIMENSION,
        PICTURES
    }

    boolean isSameAs(LatentSliceAxis other) {
        return kind == other.kind && index == other.index;
    }
}
