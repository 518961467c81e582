package org.ganvas.engine.autodiff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Recording of operations in the graph, and calls of libnd4j's named operations. */
final class OpRecorder {

    private OpRecorder() {}

    /** A result, which the caller fills or has filled, recorded if an input is a variable or computed from one. */
    static Tensor record(Tensor values, GraphNode.Rule rule, Tensor... inputs) {
        GraphNode node = node(rule, inputs);
        return node == null ? values : values.recorded(node);
    }

    /** The same numbers in another shape, recorded. */
    static Tensor recordView(Tensor source, long[] shape, GraphNode.Rule rule) {
        if (TensorShapes.length(shape) != source.length()) {
            throw new IllegalArgumentException(source + " cannot be seen as " + java.util.Arrays.toString(shape));
        }
        return Tensor.of(source.values().viewedAs(shape), shape).recorded(node(rule, source));
    }

    private static @Nullable GraphNode node(GraphNode.Rule rule, Tensor... inputs) {
        if (!Autograd.recording()) {
            return null;
        }
        for (Tensor input : inputs) {
            if (input.tracked()) {
                return new GraphNode(List.of(inputs), rule);
            }
        }
        return null;
    }

    /** Runs a named operation of libnd4j into given outputs. */
    static void custom(String name, INDArray[] inputs, INDArray[] outputs, int... integers) {
        Nd4j.getExecutioner()
                .exec(DynamicCustomOp.builder(name)
                        .addInputs(inputs)
                        .addOutputs(outputs)
                        .addIntegerArguments(integers)
                        .build());
    }
}
