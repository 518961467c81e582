package org.ganvas.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Real images of a comparison, with a cache of what several metrics need of them and takes seconds to compute. Not
 * thread-safe.
 */
public final class ReferenceImageSet {

    /** Number of images whose nearest training image is searched: each needs a pass over the whole training set. */
    private static final int MAX_QUERIES = 1000;

    private final ClassifiedImages images;
    private final FeatureMatrix training;
    private @Nullable FeatureMoments moments;
    private @Nullable NearestNeighbourSearch neighbours;
    private double nearestTraining = Double.NaN;

    /**
     * @param images real images outside the training set, where the dataset has a test set
     * @param training features of the images on which generators are trained
     */
    public ReferenceImageSet(ClassifiedImages images, FeatureMatrix training) {
        this.images = images;
        this.training = training;
    }

    ClassifiedImages images() {
        return images;
    }

    FeatureMoments moments() {
        FeatureMoments cached = moments;
        if (cached == null) {
            cached = FeatureMoments.of(images.features());
            moments = cached;
        }
        return cached;
    }

    NearestNeighbourSearch neighbours() {
        NearestNeighbourSearch cached = neighbours;
        if (cached == null) {
            cached = NearestNeighbourSearch.within(
                    images.features(),
                    Math.max(ManifoldMetrics.MANIFOLD_NEIGHBOURS, ManifoldMetrics.DENSITY_NEIGHBOURS));
            neighbours = cached;
        }
        return cached;
    }

    /** Median distance of evaluated images to the nearest training image, as a multiple of that of real images. */
    double nearestTraining(ClassifiedImages evaluated) {
        if (Double.isNaN(nearestTraining)) {
            nearestTraining = medianDistanceToTraining(images);
        }
        return medianDistanceToTraining(evaluated) / nearestTraining;
    }

    private double medianDistanceToTraining(ClassifiedImages queries) {
        return NearestNeighbourSearch.among(queries.features().firstRows(MAX_QUERIES), training, 1)
                .medianNearest();
    }
}
