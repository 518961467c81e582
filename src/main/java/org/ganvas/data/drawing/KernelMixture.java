package org.ganvas.data.drawing;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.PointDensity;
import org.ganvas.data.PointLattice;
import org.ganvas.data.SeededRandomStream;

/** Mixture of round Gaussians of different weights and widths. Immutable; any thread. */
public final class KernelMixture implements PointDensity {

    /** Standard deviations beyond which a kernel adds nothing that single precision could show. */
    private static final double REACH = 6.5;

    private final List<DrawingKernel> kernels;
    private final double[] upTo;
    private final double mass;

    KernelMixture(List<DrawingKernel> kernels) {
        this.kernels = kernels;
        upTo = new double[kernels.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += kernels.get(i).weight();
            upTo[i] = sum;
        }
        mass = sum;
    }

    @Override
    public double density(double x, double y, double noise) {
        double sum = 0;
        for (DrawingKernel kernel : kernels) {
            double variance = kernel.sigma() * kernel.sigma() + noise * noise;
            double dx = x - kernel.x();
            double dy = y - kernel.y();
            sum += kernel.weight() * Math.exp(-(dx * dx + dy * dy) / (2 * variance)) / (2 * Math.PI * variance);
        }
        return sum / mass;
    }

    @Override
    public float[] densities(PointLattice lattice, double noise) {
        double[] sums = new double[lattice.size()];
        for (DrawingKernel kernel : kernels) {
            add(kernel, noise, lattice, sums);
        }
        float[] densities = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            densities[i] = (float) (sums[i] / mass);
        }
        return densities;
    }

    /** Adds a kernel to sums on a lattice: the product of a function of x and one of y, as far as it can be seen. */
    static void add(DrawingKernel kernel, double noise, PointLattice lattice, double[] sums) {
        double sigma = Math.hypot(kernel.sigma(), noise);
        double reach = REACH * sigma;
        int left = (int) Math.max(0, Math.ceil(lattice.column(kernel.x() - reach)));
        int right = (int) Math.min(lattice.columns() - 1, Math.floor(lattice.column(kernel.x() + reach)));
        int above = (int) Math.max(0, Math.ceil(lattice.row(kernel.y() + reach)));
        int below = (int) Math.min(lattice.rows() - 1, Math.floor(lattice.row(kernel.y() - reach)));
        if (left > right || above > below) {
            return;
        }
        double[] across = new double[right - left + 1];
        for (int column = left; column <= right; column++) {
            double distance = (lattice.x(column) - kernel.x()) / sigma;
            across[column - left] = Math.exp(-distance * distance / 2);
        }
        double peak = kernel.weight() / (2 * Math.PI * sigma * sigma);
        for (int row = above; row <= below; row++) {
            double distance = (lattice.y(row) - kernel.y()) / sigma;
            double factor = peak * Math.exp(-distance * distance / 2);
            int start = row * lattice.columns();
            for (int column = left; column <= right; column++) {
                sums[start + column] += factor * across[column - left];
            }
        }
    }

    /**
     * Points of the mixture.
     *
     * @return x and y of each in turn
     */
    public float[] sample(int count, SeededRandomStream random) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * mass);
            // Equal to a sum of weights is the start of the kernel after it.
            int index = Math.min(upTo.length - 1, found >= 0 ? found + 1 : -found - 1);
            DrawingKernel kernel = kernels.get(index);
            points[2 * i] = (float) (kernel.x() + kernel.sigma() * random.nextGaussian());
            points[2 * i + 1] = (float) (kernel.y() + kernel.sigma() * random.nextGaussian());
        }
        return points;
    }
}
