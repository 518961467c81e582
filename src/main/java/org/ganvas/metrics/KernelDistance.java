package org.ganvas.metrics;

/**
 * The kernel distance, KID's formula (Binkowski et al. 2018, 1801.01401) with features of one's own: the unbiased squared
 * maximum mean discrepancy under k(x, y) = (x.y / d + 1)&sup3;. Unbiased means that a perfect generator scores 0 on average
 * whatever the number of pictures, and below 0 half the time. Pure functions, any thread.
 */
public final class KernelDistance {

    private KernelDistance() {}

    /**
     * The mean over blocks of up to a thousand pictures. Both sets are standardised by the real one first, because a cube
     * of raw features explodes; see {@link FeatureMatrix#standardised}.
     *
     * @param judged at least two rows
     * @param real as many
     */
    public static double of(FeatureMatrix judged, FeatureMatrix real) {
        FeatureMatrix.requireSameWidth(judged, real);
        if (judged.count() != real.count() || judged.count() < 2) {
            throw new IllegalArgumentException(
                    "%d and %d pictures cannot be compared".formatted(judged.count(), real.count()));
        }
        FeatureMoments moments = FeatureMoments.of(real);
        FeatureMatrix x = judged.standardised(moments);
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

    /** Over all pairs of a block. */
    private static double sum(FeatureMatrix rows, int from, ColumnMajorFeatures columns, boolean withoutPairsOfOne) {
        double[] products = new double[columns.count()];
        double sum = 0;
        for (int i = 0; i < columns.count(); i++) {
            columns.products(rows.row(from + i), products);
            for (int j = 0; j < columns.count(); j++) {
                double base = products[j] / rows.width() + 1;
                sum += withoutPairsOfOne && i == j ? 0 : base * base * base;
            }
        }
        return sum;
    }
}
