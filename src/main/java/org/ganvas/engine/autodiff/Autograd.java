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

/** Reverse-mode differentiation over the graph that operations record. */
public final class Autograd {

    private static final ThreadLocal<Boolean> RECORDING = ThreadLocal.withInitial(() -> true);

    private Autograd() {}

    /**
     * Gradients of a scalar. Only what leads to the inputs asked for is computed.
     *
     * @param output a tensor of length 1
     * @param inputs variables or intermediate results
     * @param createGraph whether the gradients record how they were computed, to be differentiated again
     * @return one gradient for each input, shaped like it; zero where the output does not depend on it
     */
    public static List<Tensor> grad(Tensor output, List<Tensor> inputs, boolean createGraph) {
        Tensor one = Tensor.filled(1, output.type(), output.shape());
        return grad(output, one, inputs, createGraph);
    }

    /** The same for any output, weighted by a tensor of its shape (a vector-Jacobian product). */
    public static List<Tensor> grad(Tensor output, Tensor weights, List<Tensor> inputs, boolean createGraph) {
        if (!Arrays.equals(output.shape(), weights.shape())) {
            throw new IllegalArgumentException("weights " + weights + " do not fit output " + output);
        }
        return recording(createGraph, () -> walk(output, weights, inputs));
    }

    /** Computes without recording: for drawing and judging. */
    public static <T> T withoutGraph(Supplier<T> work) {
        return recording(false, work);
    }

    /** Whether operations record now. */
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

    private static List<Tensor> walk(Tensor output, Tensor weights, List<Tensor> inputs) {
        Map<Tensor, Boolean> leads = new IdentityHashMap<>();
        inputs.forEach(input -> leads.put(input, true));
        List<Tensor> order = inOrder(output, leads);
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        gradients.put(output, weights);
        for (int i = order.size() - 1; i >= 0; i--) {
            Tensor tensor = order.get(i);
            Tensor gradient = gradients.get(tensor);
            GraphNode node = tensor.node();
            if (gradient != null && node != null) {
                push(node, gradient, leads, gradients);
            }
        }
        List<Tensor> out = new ArrayList<>(inputs.size());
        for (Tensor input : inputs) {
            Tensor gradient = gradients.get(input);
            out.add(gradient != null ? gradient : Tensor.filled(0, input.type(), input.shape()));
        }
        return out;
    }

    private static void push(
            GraphNode node, Tensor gradient, Map<Tensor, Boolean> leads, Map<Tensor, Tensor> gradients) {
        List<Tensor> inputs = node.inputs();
        boolean[] wanted = new boolean[inputs.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = leads.containsKey(inputs.get(i));
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

    /** All tensors on a way from the wanted inputs to the output, each after what it was computed from. */
    private static List<Tensor> inOrder(Tensor output, Map<Tensor, Boolean> leads) {
        List<Tensor> order = new ArrayList<>();
        Deque<Tensor> stack = new ArrayDeque<>();
        Map<Tensor, Boolean> entered = new IdentityHashMap<>();
        Map<Tensor, Boolean> finished = new IdentityHashMap<>();
        stack.push(output);
        while (!stack.isEmpty()) {
            Tensor tensor = stack.peek();
            if (entered.putIfAbsent(tensor, true) == null) {
                inputsOf(tensor).stream()
                        .filter(input -> input.tracked() && !entered.containsKey(input))
                        .forEach(stack::push);
            } else {
                stack.pop();
                if (finished.putIfAbsent(tensor, true) == null
                        && inputsOf(tensor).stream().anyMatch(leads::containsKey)) {
                    leads.put(tensor, true);
                    order.add(tensor);
                }
            }
        }
        return order;
    }

    private static List<Tensor> inputsOf(Tensor tensor) {
        GraphNode node = tensor.node();
        return node == null ? List.of() : node.inputs();
    }
}
