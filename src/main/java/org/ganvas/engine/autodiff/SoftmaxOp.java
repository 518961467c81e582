package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/** Softmax of each row of a matrix, in loops over floats except for the exponentials. */
final class SoftmaxOp {

    private final Tensor input;
    private final int rows;
    private final int columns;

    private SoftmaxOp(Tensor input) {
        if (input.rank() != 2) {
            throw new IllegalArgumentException(input + " has no rows");
        }
        this.input = input;
        rows = (int) input.size(0);
        columns = (int) input.size(1);
    }

    /**
     * The softmax eᵃ / Σ eᵃ of each row, in a form that never overflows.
     *
     * @param a [rows, columns]
     */
    static Tensor of(Tensor a) {
        Tensor out = ElementwiseOps.emptyLike(a);
        SoftmaxOp softmax = new SoftmaxOp(a);
        if (a.type() == DataType.FLOAT) {
            softmax.shift(out.storage().floats());
            Nd4j.getExecutioner().exec(new Exp(out.array(), out.array()));
            softmax.divide(out.storage().floats());
        } else {
            softmax.inDoubles(out);
        }
        return OpRecorder.record(out, (i, g) -> softmax.gradient(g, out), a);
    }

    /** The gradient s (g - Σ g s) of each row: fused unless it is to be differentiated again, else composed of operations. */
    private Tensor gradient(Tensor g, Tensor shares) {
        if (!Autograd.recording() && input.type() == DataType.FLOAT) {
            Tensor out = ElementwiseOps.emptyLike(input);
            gradient(
                    g.storage().floats(),
                    shares.storage().floats(),
                    out.storage().floats());
            return out;
        }
        Tensor s = of(input);
        Tensor sums = MatrixOps.matmul(ElementwiseOps.mul(g, s), Tensor.filled(1, input.type(), columns, columns));
        return ElementwiseOps.mul(s, ElementwiseOps.sub(g, sums));
    }

    /** Subtracts the largest number of each row. */
    private void shift(FloatBuffer out) {
        FloatBuffer logits = input.storage().floats();
        float[] row = new float[columns];
        for (int r = 0; r < rows; r++) {
            logits.get(r * columns, row, 0, columns);
            float largest = row[0];
            for (float logit : row) {
                largest = Math.max(largest, logit);
            }
            for (int c = 0; c < columns; c++) {
                row[c] -= largest;
            }
            out.put(r * columns, row, 0, columns);
        }
    }

    /** Divides each row by its sum. */
    private void divide(FloatBuffer values) {
        float[] row = new float[columns];
        for (int r = 0; r < rows; r++) {
            values.get(r * columns, row, 0, columns);
            double sum = 0;
            for (float value : row) {
                sum += value;
            }
            for (int c = 0; c < columns; c++) {
                row[c] = (float) (row[c] / sum);
            }
            values.put(r * columns, row, 0, columns);
        }
    }

    private void gradient(FloatBuffer gradient, FloatBuffer shares, FloatBuffer out) {
        float[] g = new float[columns];
        float[] s = new float[columns];
        for (int r = 0; r < rows; r++) {
            gradient.get(r * columns, g, 0, columns);
            shares.get(r * columns, s, 0, columns);
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += (double) g[c] * s[c];
            }
            for (int c = 0; c < columns; c++) {
                g[c] = (float) (s[c] * (g[c] - sum));
            }
            out.put(r * columns, g, 0, columns);
        }
    }

    private void inDoubles(Tensor out) {
        double[] values = input.toDoubles();
        for (int start = 0; start < values.length; start += columns) {
            double largest = values[start];
            for (int i = start; i < start + columns; i++) {
                largest = Math.max(largest, values[i]);
            }
            double sum = 0;
            for (int i = start; i < start + columns; i++) {
                values[i] = Math.exp(values[i] - largest);
                sum += values[i];
            }
            for (int i = start; i < start + columns; i++) {
                values[i] /= sum;
            }
        }
        out.setDoubles(values);
    }
}
