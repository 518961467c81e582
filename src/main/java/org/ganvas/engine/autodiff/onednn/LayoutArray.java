package org.ganvas.engine.autodiff.onednn;

import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Native memory of an array that a computation reads or writes, in C order and, for images, in {@link ChannelBlocks}, the
 * layout that most convolutions work in. What the library finds in its own layout it need not copy.
 */
public interface LayoutArray {

    /** Memory in C order, for reading or writing; the numbers are there if the array has any. */
    Pointer plain();

    /** Memory in blocks of channels, with the numbers; null where none is kept. */
    default @Nullable Pointer blocks() {
        return null;
    }

    /** Memory in blocks of channels for a result, which from now on is the array; null where none is kept. */
    default @Nullable Pointer resultBlocks() {
        return null;
    }

    /** An array that exists in C order alone. */
    static LayoutArray of(Pointer plain) {
        return () -> plain;
    }
}
