package org.ganvas.data.image;

import org.ganvas.message.Message;

/** Expected content of an IDX file. */
public enum IdxFileKind {
    IMAGES(3),
    LABELS(1);

    private final int dimensions;

    IdxFileKind(int dimensions) {
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    /** Name of the items, in the plural. */
    Message items() {
        return this == IMAGES ? Message.of("data.idx.images") : Message.of("data.idx.labels");
    }

    /** Name of such a file. */
    Message file() {
        return this == IMAGES ? Message.of("data.idx.imageFile") : Message.of("data.idx.labelFile");
    }
}
