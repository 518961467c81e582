package org.ganvas.view.drop;

import org.jspecify.annotations.Nullable;

/**
 * What a drop will do, or why nothing can be dropped.
 *
 * @param sentence text shown over the target
 * @param work work of the drop; null where it is refused
 */
public record DropOffer(String sentence, @Nullable Runnable work) {

    public static DropOffer accept(String sentence, Runnable work) {
        return new DropOffer(sentence, work);
    }

    public static DropOffer refuse(String reason) {
        return new DropOffer(reason, null);
    }

    public boolean accepted() {
        return work != null;
    }
}
