package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A layer's weight as the layer uses it: as it is, or divided by its greatest singular value (Miyato et al. 2018), which
 * one step of power iteration follows in every training pass. The matrix has a row for each index of the weight's first
 * dimension.
 */
final class LayerWeight {

    private static final double TINY = 1e-12;

    private final NamedTensor parameter;
    private final @Nullable NamedTensor left;

    private LayerWeight(NamedTensor variable, @Nullable NamedTensor left) {
        this.parameter = variable;
        this.left = left;
    }

    static LayerWeight plain(NamedTensor variable) {
        return new LayerWeight(variable, null);
    }

    static LayerWeight spectral(NamedTensor variable, RandomStream random, DataType type) {
        int rows = (int) variable.tensor().size(0);
        Tensor direction = Tensor.parameter(type, rows).detached();
        float[] values = new float[rows];
        random.fillGaussian(values, 1 / Math.sqrt(rows));
        direction.set(values, 0);
        return new LayerWeight(variable, new NamedTensor(variable.name() + "/direction", direction));
    }

    NamedTensor parameter() {
        return parameter;
    }

    /** The left singular direction, where there is one. */
    List<NamedTensor> statistics() {
        return left == null ? List.of() : List.of(left);
    }

    Tensor value(ForwardContext pass) {
        NamedTensor state = left;
        return state == null ? parameter.tensor() : divided(state.tensor(), pass.training());
    }

    /** Both directions are constants to every derivative, so σ = uᵀ W v is linear in W. */
    private Tensor divided(Tensor state, boolean follow) {
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
        if (follow) {
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
        float factor = (float) (1 / Math.max(TINY, Math.sqrt(squares)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
