package org.ganvas.engine.train;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.OptimizerSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.UpdateStatistics;

/**
 * Moves variables against their gradients, in Java over the native floats: several times faster than ND4J's updaters.
 * Works in chunks on Java arrays that fit the first-level cache, because the compiler vectorises loops over arrays and
 * not those over buffers. The training thread's.
 */
final class Optimizer {

    private final String name;
    private final List<NamedTensor> variables;
    private final OptimizerSpec.Kind kind;
    private final List<float[][][]> slots = new ArrayList<>();
    private final float[] weight = new float[ArrayChunks.SIZE];
    private final float[] gradient = new float[ArrayChunks.SIZE];
    private final float[] before = new float[ArrayChunks.SIZE];
    private final UpdateStatisticsCollector gauge = new UpdateStatisticsCollector();
    private OptimizerSpec spec;

    /** What else is done with weights that are at hand in the cache. */
    @FunctionalInterface
    interface Afterwards {
        /**
         * Called for each chunk after its update, before it is written back; may change it.
         *
         * @param variable index of the variable
         * @param start index of the chunk's first number in the variable
         * @param weights the chunk
         * @param count how many of it are valid
         */
        void apply(int variable, int start, float[] weights, int count);
    }

    Optimizer(String name, List<NamedTensor> variables, OptimizerSpec spec) {
        this.name = name;
        this.variables = variables;
        this.spec = spec;
        kind = spec.kind();
        int count = kind.stateNames().size();
        for (NamedTensor variable : variables) {
            float[][][] ofVariable = new float[count][][];
            for (int s = 0; s < count; s++) {
                ofVariable[s] = ArrayChunks.of(variable.tensor().length());
            }
            slots.add(ofVariable);
        }
    }

    /** Changes rate and decays from the next update on; what was gathered is kept. */
    void use(OptimizerSpec newSpec) {
        spec = newSpec;
    }

    List<Tensor> targets() {
        return variables.stream().map(NamedTensor::tensor).toList();
    }

    /**
     * Moves every variable against its gradient.
     *
     * @param gradients one for each variable, in order
     * @param time number of this update, counted from 1
     * @param rateFactor the schedule's factor of the learning rate
     * @param afterwards what else is done with the moved weights
     * @return how far they were moved
     */
    UpdateStatistics update(List<Tensor> gradients, long time, double rateFactor, Afterwards afterwards) {
        UpdateRule rule = UpdateRule.of(spec, time, rateFactor);
        gauge.restart();
        for (int i = 0; i < variables.size(); i++) {
            update(i, gradients.get(i).floats(), rule, afterwards);
        }
        return gauge.read(spec.learningRate() * rateFactor);
    }

    private void update(int variable, FloatBuffer gradients, UpdateRule rule, Afterwards afterwards) {
        FloatBuffer weights = variables.get(variable).tensor().floats();
        float[][][] ofVariable = slots.get(variable);
        float[][] chunk = new float[ofVariable.length][];
        for (int c = 0; c < ofVariable[0].length; c++) {
            for (int s = 0; s < chunk.length; s++) {
                chunk[s] = ofVariable[s][c];
            }
            int count = chunk[0].length;
            int start = c * ArrayChunks.SIZE;
            weights.get(start, weight, 0, count);
            gradients.get(start, gradient, 0, count);
            System.arraycopy(weight, 0, before, 0, count);
            rule.move(weight, gradient, chunk);
            afterwards.apply(variable, start, weight, count);
            gauge.add(gradient, before, weight, count);
            weights.put(start, weight, 0, count);
        }
    }

    /** Copies of what was gathered. */
    List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Tensor tensor = variables.get(i).tensor();
            for (int s = 0; s < slots.get(i).length; s++) {
                float[] values = ArrayChunks.joined(slots.get(i)[s], (int) tensor.length());
                arrays.add(new NamedArray(path(s, i), tensor.shape().clone(), values));
            }
        }
        return arrays;
    }

    /** Takes it back. */
    void restore(TrainerStateReader state) {
        for (int i = 0; i < variables.size(); i++) {
            for (int s = 0; s < slots.get(i).length; s++) {
                int length = (int) variables.get(i).tensor().length();
                ArrayChunks.split(state.read(path(s, i), length), slots.get(i)[s]);
            }
        }
    }

    private String path(int slot, int variable) {
        return "%s/%s/%s"
                .formatted(
                        name,
                        kind.stateNames().get(slot),
                        variables.get(variable).name());
    }
}
