package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.ganvas.engine.autodiff.onednn.ChannelBlocks;
import org.ganvas.engine.autodiff.onednn.LayoutArray;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The numbers of a tensor: in C order, in {@link ChannelBlocks} or in both, one made from the other when it is first asked
 * for. So images that go from convolution to convolution, with element-wise operations between, are never copied between
 * layouts. Blocks are kept only within an arena's round, in which values are constant. Belongs to the thread that made it.
 */
final class TensorValues implements LayoutArray {

    private final DataType type;
    private final long[] shape;
    private final boolean keepsBlocks;
    private @Nullable TensorStorage plain;
    private @Nullable TensorStorage blocks;

    private TensorValues(DataType type, long[] shape, @Nullable TensorStorage plain) {
        this.type = type;
        this.shape = shape;
        this.plain = plain;
        keepsBlocks = type == DataType.FLOAT && shape.length == 4 && TensorArena.isOpen() && ChannelBlocks.fit(shape);
    }

    /** Numbers in C order. */
    static TensorValues of(TensorStorage plain, long[] shape) {
        return new TensorValues(plain.type(), shape, plain);
    }

    /** Numbers that somebody will write, into the layout that is asked for first. */
    static TensorValues undefined(DataType type, long[] shape) {
        return new TensorValues(type, shape, null);
    }

    /**
     * The same numbers in another shape of the same length. Where images and channels alone are counted otherwise, in whole
     * blocks, the blocks are the same too.
     */
    TensorValues viewedAs(long[] other) {
        TensorStorage there = blocks;
        boolean sameBlocks = there != null
                && other.length == shape.length
                && other[2] == shape[2]
                && other[3] == shape[3]
                && ChannelBlocks.fit(other);
        if (!sameBlocks) {
            return of(inOrder(), other);
        }
        TensorValues view = new TensorValues(type, other, plain);
        view.blocks = there;
        return view;
    }

    DataType type() {
        return type;
    }

    long length() {
        return plain != null ? plain.length() : TensorShapes.length(shape);
    }

    /** The memory in C order. */
    TensorStorage inOrder() {
        TensorStorage made = plain;
        if (made == null) {
            made = TensorArena.allocate(type, TensorShapes.length(shape));
            if (blocks != null) {
                ChannelBlocks.toPlain(shape, start(blocks), start(made));
            }
            plain = made;
        }
        return made;
    }

    /** The memory in C order, whose numbers the caller will change. */
    TensorStorage forWriting() {
        TensorStorage written = inOrder();
        blocks = null;
        return written;
    }

    /** Whether the numbers are there in blocks, or could be where {@link #inBlocks} of another tensor is true. */
    boolean keepsBlocks() {
        return keepsBlocks;
    }

    /** Whether the numbers are there in blocks. */
    boolean inBlocks() {
        return blocks != null;
    }

    /** The numbers as a buffer, in blocks or in C order. */
    FloatBuffer floats(boolean asBlocks) {
        return memory(asBlocks).floats();
    }

    /** The address of the numbers, in blocks or in C order. */
    Pointer address(boolean asBlocks) {
        return start(memory(asBlocks));
    }

    /** A buffer for a result. */
    FloatBuffer resultFloats(boolean asBlocks) {
        return resultMemory(asBlocks).floats();
    }

    /** The address for a result. */
    Pointer resultAddress(boolean asBlocks) {
        return start(resultMemory(asBlocks));
    }

    private TensorStorage memory(boolean asBlocks) {
        if (asBlocks) {
            blocks();
        }
        return asBlocks ? Objects.requireNonNull(blocks) : inOrder();
    }

    private TensorStorage resultMemory(boolean asBlocks) {
        if (asBlocks) {
            resultBlocks();
        }
        return asBlocks ? Objects.requireNonNull(blocks) : inOrder();
    }

    @Override
    public Pointer plain() {
        return start(inOrder());
    }

    @Override
    public @Nullable Pointer blocks() {
        if (blocks == null && keepsBlocks) {
            TensorStorage made = TensorArena.allocate(type, TensorShapes.length(shape));
            ChannelBlocks.fromPlain(shape, start(inOrder()), start(made));
            blocks = made;
        }
        return blocks == null ? null : start(blocks);
    }

    @Override
    public @Nullable Pointer resultBlocks() {
        if (keepsBlocks && plain == null) {
            blocks = TensorArena.allocate(type, TensorShapes.length(shape));
        }
        return blocks == null ? null : start(blocks);
    }

    private static Pointer start(TensorStorage storage) {
        return storage.address().position(0);
    }
}
