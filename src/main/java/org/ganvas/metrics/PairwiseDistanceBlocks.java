package org.ganvas.metrics;

/** Distances between all rows of two sets, block by block, without a matrix of all of them. Pure functions; any thread. */
final class PairwiseDistanceBlocks {

    private PairwiseDistanceBlocks() {}

    /** Receiver of the distances of one row to a run of consecutive rows. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param row index in the first set
         * @param from index of the run's first row in the second set
         * @param squared squared distances to the rows of the run
         * @param count number of rows in the run
         */
        void accept(int row, int from, double[] squared, int count);
    }

    /** Passes all distances to the sink, ordered by run, then by row. */
    static void forEachRun(FeatureMatrix rows, FeatureMatrix others, Sink sink) {
        FeatureMatrix.requireSameWidth(rows, others);
        double[] squared = new double[ColumnMajorFeatures.BLOCK];
        double[] row = new double[rows.width()];
        for (int from = 0; from < others.count(); from += ColumnMajorFeatures.BLOCK) {
            ColumnMajorFeatures block =
                    new ColumnMajorFeatures(others, from, Math.min(others.count(), from + ColumnMajorFeatures.BLOCK));
            for (int i = 0; i < rows.count(); i++) {
                rows.copyRow(i, row);
                block.squaredDistances(row, squared);
                sink.accept(i, from, squared, block.count());
            }
        }
    }
}
