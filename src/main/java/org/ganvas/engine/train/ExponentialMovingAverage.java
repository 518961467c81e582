package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/**
 * An exponential moving average of a network's weights and running statistics, with decay min(limit, (1+t)/(10+t)) so
 * that the random start is soon forgotten. Weights are taken in while the optimizer has them at hand.
 */
final class ExponentialMovingAverage {

    private final List<NamedTensor> variables = new ArrayList<>();
    private final int weights;
    private final List<float[]> averages = new ArrayList<>();
    private double limit;

    ExponentialMovingAverage(List<NamedTensor> parameters, List<NamedTensor> statistics, double limit) {
        variables.addAll(parameters);
        variables.addAll(statistics);
        weights = parameters.size();
        this.limit = limit;
        variables.forEach(variable -> averages.add(variable.tensor().toFloats()));
    }

    /** Another limit of the decay from the next update on. */
    void use(double newLimit) {
        limit = newLimit;
    }

    /** Takes the weights of update number {@code time}, counted from 1, as they come. */
    Optimizer.Afterwards following(long time) {
        float share = share(time);
        return (variable, start, chunk, count) -> blend(averages.get(variable), start, chunk, count, share);
    }

    /** Takes the running statistics after update number {@code time}. */
    void updateStatistics(long time) {
        for (int i = weights; i < averages.size(); i++) {
            float[] now = variables.get(i).tensor().toFloats();
            blend(averages.get(i), 0, now, now.length, share(time));
        }
    }

    private float share(long time) {
        return (float) (1 - Math.min(limit, (1.0 + time) / (10.0 + time)));
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
            NamedTensor variable = variables.get(i);
            arrays.add(new NamedArray(
                    TrainerState.AVERAGE + variable.name(),
                    variable.tensor().shape().clone(),
                    averages.get(i).clone()));
        }
        return arrays;
    }

    void restore(TrainerStateReader state) {
        for (int i = 0; i < averages.size(); i++) {
            float[] average = averages.get(i);
            System.arraycopy(
                    state.read(TrainerState.AVERAGE + variables.get(i).name(), average.length),
                    0,
                    average,
                    0,
                    average.length);
        }
    }
}
