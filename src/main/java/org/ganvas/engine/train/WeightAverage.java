package org.ganvas.engine.train;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.net.Variable;
import org.ganvas.engine.state.NamedArray;

/**
 * An exponential moving average of a network's weights and running statistics, with decay min(limit, (1+t)/(10+t)) so
 * that the random start is soon forgotten.
 */
final class WeightAverage {

    static final String PREFIX = "average/";

    private final List<Variable> variables;
    private final List<float[]> averages = new ArrayList<>();
    private final double limit;
    private final float[] chunk = new float[AdamKernel.CHUNK];

    WeightAverage(List<Variable> variables, double limit) {
        this.variables = variables;
        this.limit = limit;
        variables.forEach(variable -> averages.add(variable.tensor().toFloats()));
    }

    /** Takes the weights after update number {@code time}, counted from 1, into the average. */
    void update(long time) {
        float share = (float) (1 - Math.min(limit, (1.0 + time) / (10.0 + time)));
        for (int i = 0; i < averages.size(); i++) {
            blend(averages.get(i), variables.get(i).tensor().floats(), share);
        }
    }

    private void blend(float[] average, FloatBuffer weights, float share) {
        for (int start = 0; start < average.length; start += chunk.length) {
            int count = Math.min(chunk.length, average.length - start);
            weights.get(start, chunk, 0, count);
            blend(average, start, chunk, count, share);
        }
    }

    private static void blend(float[] average, int start, float[] weights, int count, float share) {
        for (int i = 0; i < count; i++) {
            average[start + i] += share * (weights[i] - average[start + i]);
        }
    }

    /** The averages, in the order of the variables; not copies. */
    List<float[]> values() {
        return averages;
    }

    List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            Variable variable = variables.get(i);
            arrays.add(new NamedArray(
                    PREFIX + variable.name(),
                    variable.tensor().shape().clone(),
                    averages.get(i).clone()));
        }
        return arrays;
    }

    void restore(StateReader state) {
        for (int i = 0; i < averages.size(); i++) {
            float[] average = averages.get(i);
            System.arraycopy(
                    state.read(PREFIX + variables.get(i).name(), average.length), 0, average, 0, average.length);
        }
    }
}
