package org.ganvas.data.image;

/** What an IDX file is expected to hold. */
public enum IdxKind {
    IMAGES(3, "pictures"),
    LABELS(1, "labels");

    private final int dimensions;
    private final String plural;

    IdxKind(int dimensions, String plural) {
        this.dimensions = dimensions;
        this.plural = plural;
    }

    int dimensions() {
        return dimensions;
    }

    String plural() {
        return plural;
    }
}
