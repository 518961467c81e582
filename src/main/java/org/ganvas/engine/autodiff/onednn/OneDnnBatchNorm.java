package org.ganvas.engine.autodiff.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * Batch normalisation of images in {@link ChannelBlocks} by the batch's own statistics, and its gradients. Works in the
 * calling thread.
 */
public final class OneDnnBatchNorm {

    private static final int SCALE_AND_SHIFT = dnnl.dnnl_use_scale | dnnl.dnnl_use_shift;

    private static final int[] FORWARD = {
        dnnl.DNNL_ARG_SRC,
        dnnl.DNNL_ARG_SCALE,
        dnnl.DNNL_ARG_SHIFT,
        dnnl.DNNL_ARG_MEAN,
        dnnl.DNNL_ARG_VARIANCE,
        dnnl.DNNL_ARG_DST
    };

    private static final int[] BACKWARD = {
        dnnl.DNNL_ARG_SRC,
        dnnl.DNNL_ARG_SCALE,
        dnnl.DNNL_ARG_MEAN,
        dnnl.DNNL_ARG_VARIANCE,
        dnnl.DNNL_ARG_DIFF_DST,
        dnnl.DNNL_ARG_DIFF_SRC,
        dnnl.DNNL_ARG_DIFF_SCALE,
        dnnl.DNNL_ARG_DIFF_SHIFT
    };

    private OneDnnBatchNorm() {}

    private record Key(boolean forward, long batch, long channels, long height, long width, float epsilon) {
        static Key of(boolean forward, long[] shape, double epsilon) {
            return new Key(forward, shape[0], shape[1], shape[2], shape[3], (float) epsilon);
        }
    }

    /**
     * Memory of one batch; images in blocks, the others one number per channel.
     *
     * @param mean of the batch; computed forwards, read backwards
     * @param variance of the batch, biased; computed forwards, read backwards
     */
    public record Batch(Pointer images, Pointer scale, Pointer mean, Pointer variance) {}

    /**
     * Normalises, scales and shifts.
     *
     * @param shape of the images, [batch, channels, height, width]
     * @param epsilon added to the variance
     * @param out in blocks
     */
    public static void forward(long[] shape, double epsilon, Batch batch, Pointer shift, Pointer out) {
        Workspace workspace = Workspace.current();
        Plan plan = workspace.plan(Key.of(true, shape, epsilon), OneDnnBatchNorm::plan);
        plan.run(workspace, batch.images(), batch.scale(), shift, batch.mean(), batch.variance(), out);
    }

    /**
     * Computes all gradients.
     *
     * @param gradient by the result, in blocks
     * @param byImages in blocks
     */
    public static void backward(
            long[] shape,
            double epsilon,
            Batch batch,
            Pointer gradient,
            Pointer byImages,
            Pointer byScale,
            Pointer byShift) {
        Workspace workspace = Workspace.current();
        Plan plan = workspace.plan(Key.of(false, shape, epsilon), OneDnnBatchNorm::plan);
        plan.run(
                workspace,
                batch.images(),
                batch.scale(),
                batch.mean(),
                batch.variance(),
                gradient,
                byImages,
                byScale,
                byShift);
    }

    private static Plan plan(Key key) {
        dnnl_memory_desc images = ChannelBlocks.layout(key.batch(), key.channels(), key.height(), key.width());
        dnnl_memory_desc channels = MemoryLayouts.of(dnnl.dnnl_a, key.channels());
        dnnl_primitive_desc forward = new dnnl_primitive_desc();
        OneDnn.require(dnnl.dnnl_batch_normalization_forward_primitive_desc_create(
                forward,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                images,
                images,
                key.epsilon(),
                SCALE_AND_SHIFT,
                null));
        dnnl_primitive_desc description = forward;
        if (!key.forward()) {
            description = new dnnl_primitive_desc();
            OneDnn.require(dnnl.dnnl_batch_normalization_backward_primitive_desc_create(
                    description,
                    OneDnn.engine(),
                    dnnl.dnnl_backward,
                    images,
                    images,
                    images,
                    key.epsilon(),
                    SCALE_AND_SHIFT,
                    forward,
                    null));
            OneDnn.require(dnnl.dnnl_primitive_desc_destroy(forward));
        }
        Plan plan = new Plan(description, key.forward() ? FORWARD : BACKWARD, images, channels);
        MemoryLayouts.free(images, channels);
        return plan;
    }

    /** The computation for one shape. */
    private static final class Plan implements NativePlan {

        private static final List<Integer> IMAGES =
                List.of(dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST, dnnl.DNNL_ARG_DIFF_DST, dnnl.DNNL_ARG_DIFF_SRC);

        private final NativeHandles handles = new NativeHandles();
        private final dnnl_primitive primitive;
        private final dnnl_memory[] memories;
        private final dnnl_exec_arg_t arguments;

        Plan(dnnl_primitive_desc description, int[] roles, dnnl_memory_desc images, dnnl_memory_desc channels) {
            primitive = handles.primitive(description);
            memories = new dnnl_memory[roles.length];
            arguments = new dnnl_exec_arg_t(roles.length);
            for (int i = 0; i < roles.length; i++) {
                memories[i] = handles.memory(IMAGES.contains(roles[i]) ? images : channels);
                arguments.position(i).arg(roles[i]).memory(memories[i]);
            }
            arguments.position(0);
        }

        @Override
        public NativeHandles handles() {
            return handles;
        }

        /** Runs on memory in the order of the roles. */
        void run(Workspace workspace, Pointer... operands) {
            for (int i = 0; i < operands.length; i++) {
                OneDnn.require(dnnl.dnnl_memory_set_data_handle(memories[i], operands[i]));
            }
            OneDnn.require(dnnl.dnnl_primitive_execute(primitive, workspace.stream(), memories.length, arguments));
        }
    }
}
