package org.ganvas.session.lab;

import org.ganvas.data.PointLattice;

/**
 * Density of points by Gaussian kernels on a lattice: each point is shared among the four lattice points around it, and the
 * sums are widened along both axes. Pure functions; any thread.
 */
final class KernelDensity {

    /** Standard deviations after which a kernel ends. */
    private static final double REACH = 4.5;

    private KernelDensity() {}

    /**
     * Density at each lattice point.
     *
     * @param points x and y of each in turn; those outside the lattice count in the total mass only
     * @param width standard deviation of the kernel, at least the distance of two lattice points
     */
    static float[] of(PointLattice lattice, float[] points, double width) {
        return of(lattice, points, new float[0], width);
    }

    /**
     * Density of weighted points at each lattice point.
     *
     * @param weights one a point, 1 on average; empty for equal ones
     */
    static float[] of(PointLattice lattice, float[] points, float[] weights, double width) {
        float[] density = shared(lattice, points, weights);
        double stepX = lattice.bounds().width() / (lattice.columns() - 1);
        double stepY = lattice.bounds().height() / (lattice.rows() - 1);
        density = widened(density, lattice.columns(), lattice.rows(), kernel(width, stepX));
        // The same along the columns, which are the rows of the transposed lattice.
        density = transposed(density, lattice.columns(), lattice.rows());
        density = widened(density, lattice.rows(), lattice.columns(), kernel(width, stepY));
        return transposed(density, lattice.rows(), lattice.columns());
    }

    private static float[] shared(PointLattice lattice, float[] points, float[] weights) {
        int columns = lattice.columns();
        float[] sums = new float[lattice.size()];
        double area = lattice.bounds().width() * lattice.bounds().height();
        double cells = (columns - 1.0) * (lattice.rows() - 1.0);
        double usual = cells / (area * (points.length / 2.0));
        for (int i = 0; i < points.length; i += 2) {
            double column = lattice.column(points[i]);
            double row = lattice.row(points[i + 1]);
            if (column >= 0 && column < columns - 1 && row >= 0 && row < lattice.rows() - 1) {
                double each = weights.length == 0 ? usual : usual * weights[i / 2];
                int at = (int) row * columns + (int) column;
                double across = column - (int) column;
                double down = row - (int) row;
                sums[at] += (float) (each * (1 - across) * (1 - down));
                sums[at + 1] += (float) (each * across * (1 - down));
                sums[at + columns] += (float) (each * (1 - across) * down);
                sums[at + columns + 1] += (float) (each * across * down);
            }
        }
        return sums;
    }

    /** Half of the kernel in lattice steps, from the middle. Sharing a point among two neighbours has widened it already. */
    private static double[] kernel(double width, double step) {
        double variance = width * width / (step * step) - 1.0 / 6;
        double[] half = new double[(int) Math.ceil(REACH * Math.sqrt(variance)) + 1];
        double sum = 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = Math.exp(-i * i / (2 * variance));
            sum += i == 0 ? half[i] : 2 * half[i];
        }
        for (int i = 0; i < half.length; i++) {
            half[i] /= sum;
        }
        return half;
    }

    private static float[] widened(float[] values, int columns, int rows, double[] half) {
        float[] result = new float[values.length];
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            for (int column = 0; column < columns; column++) {
                float value = values[start + column];
                if (value == 0) {
                    continue;
                }
                int from = Math.max(0, column - half.length + 1);
                int to = Math.min(columns - 1, column + half.length - 1);
                for (int i = from; i <= to; i++) {
                    result[start + i] += (float) (value * half[Math.abs(i - column)]);
                }
            }
        }
        return result;
    }

    private static float[] transposed(float[] values, int columns, int rows) {
        float[] result = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = values[row * columns + column];
            }
        }
        return result;
    }
}
