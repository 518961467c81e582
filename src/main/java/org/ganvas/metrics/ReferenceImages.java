package org.ganvas.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The real side of a comparison, with what several measures need of it and takes seconds to compute kept for the next.
 * Not safe for several threads.
 */
public final class ReferenceImages {

    /** Pictures whose nearest training picture is looked for: each costs a look at the whole training set. */
    private static final int MAX_QUERIES = 1000;

    private final ClassifiedImages images;
    private final FeatureMatrix training;
    private @Nullable FeatureMoments moments;
    private @Nullable NearestNeighbours neighbours;
    private double nearestTraining = Double.NaN;

    /**
     * @param pictures to compare with, which no generator was trained on where the data allows it
     * @param training what generators are trained on
     */
    public ReferenceImages(ClassifiedImages pictures, FeatureMatrix training) {
        this.images = pictures;
        this.training = training;
    }

    ClassifiedImages images() {
        return images;
    }

    FeatureMoments moments() {
        FeatureMoments known = moments;
        if (known == null) {
            known = FeatureMoments.of(images.features());
            moments = known;
        }
        return known;
    }

    NearestNeighbours neighbours() {
        NearestNeighbours known = neighbours;
        if (known == null) {
            known = NearestNeighbours.within(
                    images.features(),
                    Math.max(ManifoldMetrics.MANIFOLD_NEIGHBOURS, ManifoldMetrics.DENSITY_NEIGHBOURS));
            neighbours = known;
        }
        return known;
    }

    /** How far judged pictures lie from their nearest training picture, as a multiple of what real ones do. */
    double nearestTraining(ClassifiedImages judged) {
        if (Double.isNaN(nearestTraining)) {
            nearestTraining = medianDistanceToTraining(images);
        }
        return medianDistanceToTraining(judged) / nearestTraining;
    }

    private double medianDistanceToTraining(ClassifiedImages some) {
        return NearestNeighbours.among(some.features().firstRows(MAX_QUERIES), training, 1)
                .medianNearest();
    }
}
