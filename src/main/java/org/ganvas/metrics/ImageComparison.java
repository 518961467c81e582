package org.ganvas.metrics;

import org.jspecify.annotations.Nullable;

/** Pictures to judge, and the real ones they should be like. Not safe for several threads. */
public final class ImageComparison {

    private final ClassifiedImages judged;
    private final ReferenceImages real;
    private @Nullable ManifoldMetrics manifolds;

    /**
     * @param judged by the same classifier as the real ones
     * @param real in the same number
     */
    public ImageComparison(ClassifiedImages judged, ReferenceImages real) {
        if (judged.count() != real.pictures().count()
                || judged.classes() != real.pictures().classes()) {
            throw new IllegalArgumentException("%d pictures of %d classes cannot be compared with %d of %d"
                    .formatted(
                            judged.count(),
                            judged.classes(),
                            real.pictures().count(),
                            real.pictures().classes()));
        }
        this.judged = judged;
        this.real = real;
    }

    ClassifiedImages judged() {
        return judged;
    }

    ClassifiedImages real() {
        return real.pictures();
    }

    /** Pictures on either side. */
    int size() {
        return judged.count();
    }

    double frechet() {
        return FrechetDistance.of(FeatureMoments.of(judged.features()), real.moments());
    }

    double nearestTraining() {
        return real.nearestTraining(judged);
    }

    ManifoldMetrics manifolds() {
        ManifoldMetrics known = manifolds;
        if (known == null) {
            known = ManifoldMetrics.of(
                    judged.features(),
                    real().features(),
                    real.neighbours(),
                    ManifoldMetrics.MANIFOLD_NEIGHBOURS,
                    ManifoldMetrics.DENSITY_NEIGHBOURS);
            manifolds = known;
        }
        return known;
    }
}
