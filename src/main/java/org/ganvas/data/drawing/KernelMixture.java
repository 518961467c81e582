package org.ganvas.data.drawing;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.PointDensity;
import org.ganvas.data.PointLattice;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SimilarityTransform;

/** Mixture of round Gaussians of different weights and widths. Immutable; any thread. */
public final class KernelMixture implements PointDensity {

    /** Standard deviations beyond which a kernel adds nothing that single precision could show. */
    private static final double REACH = 6.5;

    private final List<DrawingKernel> kernels;
    private final double[] upTo;
    private final double mass;
    private final SimilarityTransform place;

    KernelMixture(List<DrawingKernel> kernels) {
        this(kernels, SimilarityTransform.IDENTITY);
    }

    /** @param place where the kernels are, which a kernel's own rounding would blur */
    private KernelMixture(List<DrawingKernel> kernels, SimilarityTransform place) {
        this.kernels = kernels;
        this.place = place;
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
        double scale = place.scale();
        for (DrawingKernel kernel : kernels) {
            double variance = scale * scale * kernel.sigma() * kernel.sigma() + noise * noise;
            double dx = x - place.mappedX(kernel.x(), kernel.y());
            double dy = y - place.mappedY(kernel.x(), kernel.y());
            sum += kernel.weight() * Math.exp(-(dx * dx + dy * dy) / (2 * variance)) / (2 * Math.PI * variance);
        }
        return sum / mass;
    }

    @Override
    public float[] densities(PointLattice lattice, double noise) {
        double[] sums = new double[lattice.size()];
        for (DrawingKernel kernel : kernels) {
            add(
                    place.mappedX(kernel.x(), kernel.y()),
                    place.mappedY(kernel.x(), kernel.y()),
                    Math.hypot(place.scale() * kernel.sigma(), noise),
                    kernel.weight(),
                    lattice,
                    sums);
        }
        float[] densities = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            densities[i] = (float) (sums[i] / mass);
        }
        return densities;
    }

    @Override
    public KernelMixture mapped(SimilarityTransform by) {
        return new KernelMixture(kernels, place.then(by));
    }

    /** Adds a kernel to sums on a lattice: the product of a function of x and one of y, as far as it can be seen. */
    static void add(DrawingKernel kernel, PointLattice lattice, double[] sums) {
        add(kernel.x(), kernel.y(), kernel.sigma(), kernel.weight(), lattice, sums);
    }

    private static void add(double x, double y, double sigma, double weight, PointLattice lattice, double[] sums) {
        double reach = REACH * sigma;
        int left = (int) Math.max(0, Math.ceil(lattice.column(x - reach)));
        int right = (int) Math.min(lattice.columns() - 1, Math.floor(lattice.column(x + reach)));
        int above = (int) Math.max(0, Math.ceil(lattice.row(y + reach)));
        int below = (int) Math.min(lattice.rows() - 1, Math.floor(lattice.row(y - reach)));
        if (left > right || above > below) {
            return;
        }
        double[] across = new double[right - left + 1];
        for (int column = left; column <= right; column++) {
            double distance = (lattice.x(column) - x) / sigma;
            across[column - left] = Math.exp(-distance * distance / 2);
        }
        double peak = weight / (2 * Math.PI * sigma * sigma);
        for (int row = above; row <= below; row++) {
            double distance = (lattice.y(row) - y) / sigma;
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
        place.map(points, 0, points.length);
        return points;
    }
}
