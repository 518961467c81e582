package org.ganvas.engine.probe;

import org.ganvas.data.LatentPrior;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;

/**
 * Gram matrix of a generator's latent dimensions: how its layers before the first activation map latents. If they are
 * affine, which dense layers, convolutions and BatchNorm in inference mode are, it is exactly AᵀA of their matrix A (closed
 * form of Shen and Zhou 2021, SeFa); else A is the least-squares fit over random latents (H&auml;rk&ouml;nen et al. 2020,
 * eq. 4). One thread.
 */
public final class LatentGramMatrix {

    private static final int CHUNK = 64;
    private static final int FIT_CHUNKS = 64;

    /** Relative error up to which rounding explains that a map is not affine. */
    private static final double TOLERANCE = 1e-3;

    private final GeneratorProbe probe;
    private final Runnable yieldPoint;
    private final int dimensions;
    private final LatentPrior prior;
    private final float[] origin;

    private LatentGramMatrix(GeneratorProbe probe, Runnable yieldPoint) {
        this.probe = probe;
        this.yieldPoint = yieldPoint;
        dimensions = probe.spec().latentDim();
        prior = probe.spec().game().prior();
        origin = outputs(new float[dimensions], 1);
    }

    /**
     * Computes the matrix.
     *
     * @param yieldPoint called after each small piece of work; it may wait, or cancel by an exception
     * @return rows of a symmetric matrix, one for each latent dimension; its eigenvectors are the principal directions, its
     *     eigenvalues the variances along them
     */
    public static double[][] of(GeneratorProbe probe, Runnable yieldPoint) {
        LatentGramMatrix gram = new LatentGramMatrix(probe, yieldPoint);
        float[] map = gram.differences();
        return gram.products(gram.isAffine(map) ? map : gram.fit());
    }

    /** Outputs of the layers before the first activation, row after row; of the first class where there are classes. */
    private float[] outputs(float[] latents, int rows) {
        int classes = probe.spec().conditional() ? probe.spec().classes() : 0;
        float[] weights = new float[rows * classes];
        for (int r = 0; classes > 0 && r < rows; r++) {
            weights[r * classes] = 1;
        }
        float[] out = probe.beforeFirstActivation(latents, weights);
        yieldPoint.run();
        return out;
    }

    /** Changes of the output by each dimension from the origin, row after row. */
    private float[] differences() {
        int width = origin.length;
        float[] map = new float[dimensions * width];
        for (int start = 0; start < dimensions; start += CHUNK) {
            int rows = Math.min(CHUNK, dimensions - start);
            float[] units = new float[rows * dimensions];
            for (int r = 0; r < rows; r++) {
                units[r * dimensions + start + r] = 1;
            }
            float[] out = outputs(units, rows);
            for (int i = 0; i < out.length; i++) {
                map[start * width + i] = out[i] - origin[i % width];
            }
        }
        return map;
    }

    private boolean isAffine(float[] map) {
        float[] latent = new float[dimensions];
        prior.fill(random(0), latent);
        float[] out = outputs(latent, 1);
        double[] predicted = new double[out.length];
        for (int i = 0; i < map.length; i++) {
            predicted[i % out.length] += latent[i / out.length] * map[i];
        }
        double error = 0;
        double size = 0;
        for (int i = 0; i < out.length; i++) {
            double change = (double) out[i] - origin[i];
            error = Math.max(error, Math.abs(change - predicted[i]));
            size = Math.max(size, Math.abs(change));
        }
        return error <= TOLERANCE * size;
    }

    private static SeededRandomStream random(int chunk) {
        return new SeededRandomStream(0, SeededRandomStream.Purpose.EXPLORE_LATENT, 1_000_000L + chunk);
    }

    /** The covariance of latents and outputs by the latents' variance, which is the fitted map because latents are white. */
    private float[] fit() {
        int width = origin.length;
        float[] map = new float[dimensions * width];
        double variance = prior.deviation() * prior.deviation();
        for (int chunk = 0; chunk < FIT_CHUNKS; chunk++) {
            float[] latents = new float[CHUNK * dimensions];
            prior.fill(random(chunk), latents);
            float[] out = outputs(latents, CHUNK);
            centre(out, width);
            float[] sums = product(latents, CHUNK, true, out, CHUNK, false);
            for (int i = 0; i < map.length; i++) {
                map[i] += (float) (sums[i] / (CHUNK * FIT_CHUNKS * variance));
            }
        }
        return map;
    }

    private static void centre(float[] rows, int width) {
        double[] mean = new double[width];
        for (int i = 0; i < rows.length; i++) {
            mean[i % width] += rows[i] / (double) CHUNK;
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] -= (float) mean[i % width];
        }
    }

    private static float[] product(float[] a, int rowsA, boolean transposeA, float[] b, int rowsB, boolean transposeB) {
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            Tensor left = Tensor.of(a, rowsA, a.length / rowsA);
            Tensor right = Tensor.of(b, rowsB, b.length / rowsB);
            return Autograd.withoutGraph(() -> MatrixOps.matmul(left, transposeA, right, transposeB))
                    .toFloats();
        } finally {
            arena.close();
        }
    }

    private double[][] products(float[] map) {
        float[] all = product(map, dimensions, false, map, dimensions, true);
        double[][] gram = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < dimensions; j++) {
                // Exactly symmetric, whatever the order of the sums was.
                gram[i][j] = ((double) all[i * dimensions + j] + all[j * dimensions + i]) / 2;
            }
        }
        yieldPoint.run();
        return gram;
    }
}
