package org.ganvas.engine.autodiff.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Resampling of image channels in floats, first along the columns, then along the rows. Lines that are copied without a
 * sum, as in padding and nearest-neighbour upsampling, are computed once and copied. One thread.
 */
public final class ResampleLoops {

    private final ResampleMatrix vertical;
    private final int lanes;
    private final int outWidth;
    private final int outLine;
    private final float[] in;
    private final float[] out;
    private final float[] line;

    /** Input columns of all sums along a row, one sum after the other. */
    private final int[] columns;

    private final float[] weights;

    /** Start of each sum in {@link #columns}, and the end of the last one. */
    private final int[] starts;

    /** Number of terms that every sum has; -1 where they differ. */
    private final int terms;

    /**
     * @param vertical map along the columns
     * @param horizontal map along the rows
     * @param lanes channels whose numbers lie side by side at each pixel; 1 in C order
     */
    public ResampleLoops(ResampleMatrix vertical, ResampleMatrix horizontal, int lanes) {
        this.vertical = vertical;
        this.lanes = lanes;
        outWidth = horizontal.outputs();
        outLine = outWidth * lanes;
        in = new float[vertical.inputs() * horizontal.inputs() * lanes];
        out = new float[vertical.outputs() * outLine];
        line = new float[horizontal.inputs() * lanes];
        starts = new int[outWidth + 1];
        for (int i = 0; i < outWidth; i++) {
            starts[i + 1] = starts[i] + horizontal.lines()[i].length;
        }
        columns = new int[starts[outWidth]];
        weights = new float[starts[outWidth]];
        int uniform = outWidth == 0 ? 0 : starts[1];
        for (int i = 0; i < outWidth; i++) {
            uniform = starts[i + 1] - starts[i] == uniform ? uniform : -1;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                columns[k] = horizontal.lines()[i][k - starts[i]];
                weights[k] = (float) horizontal.weights()[i][k - starts[i]];
            }
        }
        terms = uniform;
    }

    /** Resamples a number of channels, or of groups of them, that lie one after the other. */
    public void run(FloatBuffer source, int groups, FloatBuffer target) {
        for (int i = 0; i < groups; i++) {
            source.get(i * in.length, in, 0, in.length);
            compute();
            target.put(i * out.length, out, 0, out.length);
        }
    }

    private void compute() {
        for (int row = 0; row < vertical.outputs(); row++) {
            if (row > 0 && isSingle(row) && isSingle(row - 1) && source(row) == source(row - 1)) {
                System.arraycopy(out, (row - 1) * outLine, out, row * outLine, outLine);
                continue;
            }
            Arrays.fill(line, 0);
            for (int k = 0; k < vertical.lines()[row].length; k++) {
                add(vertical.lines()[row][k] * line.length, (float) vertical.weights()[row][k]);
            }
            if (lanes == 1) {
                resampleLine(row * outWidth);
            } else {
                resampleGroups(row * outLine);
            }
        }
    }

    /** Whether a row is an input row as it is. */
    private boolean isSingle(int row) {
        return vertical.lines()[row].length == 1 && vertical.weights()[row][0] == 1;
    }

    private int source(int row) {
        return vertical.lines()[row][0];
    }

    private void add(int start, float weight) {
        for (int i = 0; i < line.length; i++) {
            line[i] += weight * in[start + i];
        }
    }

    private void resampleGroups(int start) {
        for (int i = 0; i < outWidth; i++) {
            int to = start + i * lanes;
            Arrays.fill(out, to, to + lanes, 0);
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                addGroup(columns[k] * lanes, weights[k], to);
            }
        }
    }

    private void addGroup(int from, float weight, int to) {
        for (int lane = 0; lane < lanes; lane++) {
            out[to + lane] += weight * line[from + lane];
        }
    }

    private void resampleLine(int start) {
        switch (terms) {
            case 1 -> {
                for (int i = 0; i < outWidth; i++) {
                    out[start + i] = 0f + weights[i] * line[columns[i]];
                }
            }
            case 2 -> {
                for (int i = 0; i < outWidth; i++) {
                    int k = 2 * i;
                    out[start + i] = 0f + weights[k] * line[columns[k]] + weights[k + 1] * line[columns[k + 1]];
                }
            }
            default -> {
                for (int i = 0; i < outWidth; i++) {
                    float sum = 0;
                    for (int k = starts[i]; k < starts[i + 1]; k++) {
                        sum += weights[k] * line[columns[k]];
                    }
                    out[start + i] = sum;
                }
            }
        }
    }
}
