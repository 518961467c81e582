package org.ganvas.metrics;

import java.util.Locale;

/**
 * Kernel distance, KID's formula (Binkowski et al. 2018, 1801.01401) with features other than Inception's: the unbiased squared
 * maximum mean discrepancy under k(x, y) = (x.y / d + 1)&sup3;. Unbiased means that a perfect generator scores 0 on average
 * whatever the number of images, and below 0 half the time. Pure functions; any thread.
 */
public final class KernelDistance {

    private KernelDistance() {}

    /**
     * Mean distance over blocks of up to a thousand images. Both sets are standardised by the real one first, because the
     * cube of raw features overflows; see {@link FeatureMatrix#standardised}.
     *
     * @param evaluated at least two rows
     * @param real as many
     */
    public static double of(FeatureMatrix evaluated, FeatureMatrix real) {
        FeatureMatrix.requireSameWidth(evaluated, real);
        if (evaluated.count() != real.count() || evaluated.count() < 2) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d and %d images cannot be compared", evaluated.count(), real.count()));
        }
        FeatureMoments moments = FeatureMoments.of(real);
        FeatureMatrix x = evaluated.standardised(moments);
        FeatureMatrix y = real.standardised(moments);
        int blocks = (x.count() + ColumnMajorFeatures.BLOCK - 1) / ColumnMajorFeatures.BLOCK;
        double sum = 0;
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) block * x.count() / blocks);
            int to = (int) ((long) (block + 1) * x.count() / blocks);
            sum += ofBlock(x, y, from, to);
        }
        return sum / blocks;
    }

    private static double ofBlock(FeatureMatrix x, FeatureMatrix y, int from, int to) {
        ColumnMajorFeatures xColumns = new ColumnMajorFeatures(x, from, to);
        ColumnMajorFeatures yColumns = new ColumnMajorFeatures(y, from, to);
        double count = to - from;
        double within = sum(x, from, xColumns, true) + sum(y, from, yColumns, true);
        double across = sum(x, from, yColumns, false);
        return within / (count * (count - 1)) - 2 * across / (count * count);
    }

    /** Sum of the kernel over all pairs of a block. */
    private static double sum(FeatureMatrix rows, int from, ColumnMajorFeatures columns, boolean withoutDiagonal) {
        double[] products = new double[columns.count()];
        double[] row = new double[rows.width()];
        double sum = 0;
        for (int i = 0; i < columns.count(); i++) {
            rows.copyRow(from + i, row);
            columns.products(row, products);
            for (int j = 0; j < columns.count(); j++) {
                double base = products[j] / rows.width() + 1;
                sum += withoutDiagonal && i == j ? 0 : base * base * base;
            }
        }
        return sum;
    }
}
