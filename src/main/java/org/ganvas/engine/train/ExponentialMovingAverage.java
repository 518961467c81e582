package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.state.NamedArray;
import org.jspecify.annotations.Nullable;

/**
 * Exponential moving average of a network's weights and running statistics. The decay is min(limit, (1+t)/(10+t)), so that
 * the random initial weights soon lose their influence. Weights are averaged in the optimizer's loop, while they are in the
 * cache. The training thread's.
 */
final class ExponentialMovingAverage {

    private final String prefix;
    private final List<NamedTensor> variables = new ArrayList<>();
    private final int weightCount;
    private final List<float[]> averages = new ArrayList<>();
    private double limit;

    /** @param prefix of the names of the averages' arrays */
    ExponentialMovingAverage(String prefix, List<NamedTensor> parameters, List<NamedTensor> statistics, double limit) {
        this.prefix = prefix;
        variables.addAll(parameters);
        variables.addAll(statistics);
        weightCount = parameters.size();
        this.limit = limit;
        variables.forEach(variable -> averages.add(variable.tensor().toFloats()));
    }

    /** Sets the limit of the decay from the next update on. */
    void setDecayLimit(double newLimit) {
        limit = newLimit;
    }

    /**
     * A hook that averages the weights of an update, without effect where there is no average.
     *
     * @param update number of the update, from 1
     */
    static Optimizer.ChunkHook weightHook(@Nullable ExponentialMovingAverage average, long update) {
        if (average == null) {
            return Optimizer.ChunkHook.NONE;
        }
        float share = average.share(update);
        return (parameter, start, chunk, count) -> blend(average.averages.get(parameter), start, chunk, count, share);
    }

    /** Averages the running statistics after an update, counted from 1. */
    void updateRunningStatistics(long update) {
        for (int i = weightCount; i < averages.size(); i++) {
            float[] current = variables.get(i).tensor().toFloats();
            blend(averages.get(i), 0, current, current.length, share(update));
        }
    }

    private float share(long update) {
        return (float) (1 - Math.min(limit, (1.0 + update) / (10.0 + update)));
    }

    private static void blend(float[] average, int start, float[] weights, int count, float share) {
        for (int i = 0; i < count; i++) {
            average[start + i] += share * (weights[i] - average[start + i]);
        }
    }

    /** The averages of the weights, then of the running statistics; not copies. */
    List<float[]> values() {
        return averages;
    }

    List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            NamedTensor variable = variables.get(i);
            arrays.add(new NamedArray(
                    prefix + variable.name(),
                    variable.tensor().shape().clone(),
                    averages.get(i).clone()));
        }
        return arrays;
    }

    void restore(TrainerStateReader state) {
        for (int i = 0; i < averages.size(); i++) {
            float[] average = averages.get(i);
            System.arraycopy(
                    state.read(prefix + variables.get(i).name(), average.length), 0, average, 0, average.length);
        }
    }
}
