package org.ganvas.engine.net;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.NormOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** Batch normalisation of rows or images, with the running statistics for inference. */
final class BatchNormLayer implements NetworkLayer {

    private final LayerSpec.BatchNorm spec;
    private final NamedTensor scale;
    private final NamedTensor shift;
    private final NamedTensor mean;
    private final NamedTensor variance;

    BatchNormLayer(String name, int features, LayerSpec.BatchNorm spec, DataType type) {
        this.spec = spec;
        scale = new NamedTensor(name + "/scale", Tensor.parameter(type, features));
        shift = new NamedTensor(name + "/shift", Tensor.parameter(type, features));
        mean = new NamedTensor(name + "/mean", Tensor.parameter(type, features).detached());
        variance = new NamedTensor(
                name + "/variance", Tensor.parameter(type, features).detached());
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        scale.tensor().set(ones, 0);
        variance.tensor().set(ones, 0);
    }

    @Override
    public Tensor forward(Tensor x, ForwardContext context) {
        if (!context.training()) {
            return NormOps.batchNorm(
                    x, scale.tensor(), shift.tensor(), mean.tensor(), variance.tensor(), spec.epsilon());
        }
        NormOps.BatchNormed result = NormOps.batchNorm(x, scale.tensor(), shift.tensor(), spec.epsilon());
        long rows = x.length() / x.size(1);
        // As in PyTorch: the biased variance normalises, the unbiased one enters the running statistics.
        updateRunning(mean.tensor(), result.mean().toFloats(), 1);
        updateRunning(variance.tensor(), result.variance().toFloats(), (double) rows / Math.max(1, rows - 1));
        return result.output();
    }

    private void updateRunning(Tensor running, float[] batch, double factor) {
        float[] values = running.toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (spec.momentum() * (factor * batch[i] - values[i]));
        }
        running.set(values, 0);
    }

    @Override
    public List<NamedTensor> parameters() {
        return List.of(scale, shift);
    }

    @Override
    public List<NamedTensor> statistics() {
        return List.of(mean, variance);
    }
}
