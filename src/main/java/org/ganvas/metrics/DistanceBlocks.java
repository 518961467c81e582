package org.ganvas.metrics;

/** Distances between all rows of two sets, block by block, so that no whole matrix of them is ever kept. Pure, any thread. */
final class DistanceBlocks {

    private DistanceBlocks() {}

    /** Is told a run of distances. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param row index in the first set
         * @param from index of the first of the second set
         * @param squared distances from it and those after it
         * @param count how many of them
         */
        void accept(int row, int from, double[] squared, int count);
    }

    static void forEachRun(FeatureMatrix rows, FeatureMatrix others, Sink sink) {
        FeatureMatrix.requireSameWidth(rows, others);
        double[] squared = new double[ColumnMajorFeatures.BLOCK];
        for (int from = 0; from < others.count(); from += ColumnMajorFeatures.BLOCK) {
            ColumnMajorFeatures block =
                    new ColumnMajorFeatures(others, from, Math.min(others.count(), from + ColumnMajorFeatures.BLOCK));
            for (int i = 0; i < rows.count(); i++) {
                block.squaredDistances(rows.row(i), squared);
                sink.accept(i, from, squared, block.count());
            }
        }
    }
}
