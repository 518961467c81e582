package org.ganvas.engine.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reverse-mode differentiation over the graph that operations record. Recording is a state of the calling thread. */
public final class Autograd {

    private static final ThreadLocal<Boolean> RECORDING = ThreadLocal.withInitial(() -> true);

    private Autograd() {}

    /**
     * Gradients of a scalar, computed only along paths to the given inputs.
     *
     * @param output a tensor of length 1
     * @param inputs variables or intermediate results, but none that a later operation takes in and goes around
     *     ({@link ScaledConvolutionOps}); a {@link Tensor#asVariable variable} of the same values serves instead
     * @param createGraph whether the gradients are recorded themselves, to be differentiated again
     * @return one gradient per input, shaped like it; zero where the output does not depend on it
     */
    public static List<Tensor> grad(Tensor output, List<Tensor> inputs, boolean createGraph) {
        Tensor one = Tensor.filled(1, output.type(), output.shape());
        return grad(output, one, inputs, createGraph);
    }

    /** Gradients of any output, weighted by a tensor of its shape (a vector-Jacobian product). */
    public static List<Tensor> grad(Tensor output, Tensor weights, List<Tensor> inputs, boolean createGraph) {
        if (!Arrays.equals(output.shape(), weights.shape())) {
            throw new IllegalArgumentException("weights " + weights + " do not fit output " + output);
        }
        return recording(createGraph, () -> backward(output, weights, inputs));
    }

    /** Runs a computation without recording. */
    public static <T> T withoutGraph(Supplier<T> work) {
        return recording(false, work);
    }

    /** Whether operations on this thread are recorded. */
    static boolean recording() {
        return RECORDING.get();
    }

    private static <T> T recording(boolean record, Supplier<T> work) {
        boolean before = RECORDING.get();
        RECORDING.set(record);
        try {
            return work.get();
        } finally {
            RECORDING.set(before);
        }
    }

    private static List<Tensor> backward(Tensor output, Tensor weights, List<Tensor> inputs) {
        Map<Tensor, Boolean> needed = new IdentityHashMap<>();
        inputs.forEach(input -> needed.put(input, true));
        List<Tensor> order = sorted(output, needed);
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        gradients.put(output, weights);
        for (int i = order.size() - 1; i >= 0; i--) {
            Tensor tensor = order.get(i);
            Tensor gradient = gradients.get(tensor);
            GraphNode node = tensor.node();
            if (gradient != null && node != null) {
                propagate(node, gradient, needed, gradients);
            }
        }
        List<Tensor> out = new ArrayList<>(inputs.size());
        for (Tensor input : inputs) {
            Tensor gradient = gradients.get(input);
            if (gradient == null && input.origin() != null) {
                throw new IllegalArgumentException("what depends on " + input + " may have gone around it");
            }
            out.add(gradient != null ? gradient : Tensor.filled(0, input.type(), input.shape()));
        }
        return out;
    }

    private static void propagate(
            GraphNode node, Tensor gradient, Map<Tensor, Boolean> needed, Map<Tensor, Tensor> gradients) {
        List<Tensor> inputs = node.inputs();
        boolean[] wanted = new boolean[inputs.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = needed.containsKey(inputs.get(i));
        }
        @Nullable Tensor[] shares = node.rule().gradients(wanted, gradient);
        for (int i = 0; i < wanted.length; i++) {
            Tensor share = shares[i];
            if (wanted[i] && share != null) {
                Tensor before = gradients.get(inputs.get(i));
                gradients.put(inputs.get(i), before == null ? share : ElementwiseOps.add(before, share));
            }
        }
    }

    /** All tensors on a path from the inputs to the output, in topological order; all of them become needed. */
    private static List<Tensor> sorted(Tensor output, Map<Tensor, Boolean> needed) {
        List<Tensor> order = new ArrayList<>();
        Deque<Tensor> stack = new ArrayDeque<>();
        Map<Tensor, Boolean> entered = new IdentityHashMap<>();
        Map<Tensor, Boolean> finished = new IdentityHashMap<>();
        stack.push(output);
        while (!stack.isEmpty()) {
            Tensor tensor = stack.peek();
            if (entered.putIfAbsent(tensor, true) == null) {
                for (Tensor input : inputsOf(tensor)) {
                    if (input.tracked() && !entered.containsKey(input)) {
                        stack.push(input);
                    }
                }
            } else {
                stack.pop();
                if (finished.putIfAbsent(tensor, true) == null && leadsTo(tensor, needed)) {
                    needed.put(tensor, true);
                    order.add(tensor);
                }
            }
        }
        return order;
    }

    private static boolean leadsTo(Tensor tensor, Map<Tensor, Boolean> needed) {
        for (Tensor input : inputsOf(tensor)) {
            if (needed.containsKey(input)) {
                return true;
            }
        }
        return false;
    }

    private static List<Tensor> inputsOf(Tensor tensor) {
        GraphNode node = tensor.node();
        return node == null ? List.of() : node.inputs();
    }
}
