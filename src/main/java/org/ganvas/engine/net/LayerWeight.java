package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Weight of a layer, optionally with spectral normalisation: divided by its largest singular value (Miyato et al. 2018),
 * which one step of power iteration per training pass estimates. The matrix has a row for each index of the weight's first
 * dimension.
 */
final class LayerWeight {

    /** Least norm to divide by. */
    private static final double EPSILON = 1e-12;

    private final NamedTensor parameter;
    private final @Nullable NamedTensor left;
    private final double factor;

    private LayerWeight(NamedTensor parameter, @Nullable NamedTensor left, double factor) {
        this.parameter = parameter;
        this.left = left;
        this.factor = factor;
    }

    /** @param factor of the stored numbers, for an equalised or a smaller learning rate */
    static LayerWeight scaled(NamedTensor parameter, double factor) {
        return new LayerWeight(parameter, null, factor);
    }

    static LayerWeight spectral(NamedTensor parameter, SeededRandomStream random, DataType type) {
        int rows = (int) parameter.tensor().size(0);
        Tensor direction = Tensor.parameter(type, rows).detached();
        float[] values = new float[rows];
        random.fillGaussian(values, 1 / Math.sqrt(rows));
        direction.set(values, 0);
        return new LayerWeight(parameter, new NamedTensor(parameter.name() + "/direction", direction), 1);
    }

    NamedTensor parameter() {
        return parameter;
    }

    /** The left singular vector of a spectrally normalised weight. */
    List<NamedTensor> statistics() {
        return left == null ? List.of() : List.of(left);
    }

    /** The weight to compute with; updates the singular vector in training. */
    Tensor value(ForwardContext context) {
        NamedTensor state = left;
        if (state != null) {
            return normalised(state.tensor(), context.training());
        }
        return factor == 1 ? parameter.tensor() : ElementwiseOps.scale(parameter.tensor(), factor);
    }

    /** W / σ. Both singular vectors are constants to every derivative, so σ = uᵀ W v is linear in W. */
    private Tensor normalised(Tensor state, boolean update) {
        Tensor weight = parameter.tensor();
        int rows = (int) weight.size(0);
        int columns = (int) (weight.length() / rows);
        float[] matrix = weight.toFloats();
        float[] u = state.toFloats();
        float[] v = new float[columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                v[c] += u[r] * matrix[r * columns + c];
            }
        }
        normalise(v);
        if (update) {
            for (int r = 0; r < rows; r++) {
                float sum = 0;
                for (int c = 0; c < columns; c++) {
                    sum += matrix[r * columns + c] * v[c];
                }
                u[r] = sum;
            }
            normalise(u);
            state.set(u, 0);
        }
        float[] outer = matrix;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                outer[r * columns + c] = u[r] * v[c];
            }
        }
        Tensor sigma = ReductionOps.sum(ElementwiseOps.mul(weight, Tensor.of(outer, weight.type(), weight.shape())));
        return ElementwiseOps.div(weight, sigma);
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float factor = (float) (1 / Math.max(EPSILON, Math.sqrt(squares)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
