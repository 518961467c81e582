package org.ganvas.metrics;

import org.jspecify.annotations.Nullable;

/** Pictures to judge, and the real ones they should be like. Not safe for several threads. */
public final class ImageComparison {

    private final ClassifiedImages evaluated;
    private final ReferenceImages real;
    private @Nullable ManifoldMetrics manifolds;

    /**
     * @param judged by the same classifier as the real ones
     * @param real in the same number
     */
    public ImageComparison(ClassifiedImages judged, ReferenceImages real) {
        if (judged.count() != real.images().count()
                || judged.classes() != real.images().classes()) {
            throw new IllegalArgumentException("%d pictures of %d classes cannot be compared with %d of %d"
                    .formatted(
                            judged.count(),
                            judged.classes(),
                            real.images().count(),
                            real.images().classes()));
        }
        this.evaluated = judged;
        this.real = real;
    }

    ClassifiedImages evaluated() {
        return evaluated;
    }

    ClassifiedImages real() {
        return real.images();
    }

    /** Pictures on either side. */
    int size() {
        return evaluated.count();
    }

    double frechet() {
        return FrechetDistance.of(FeatureMoments.of(evaluated.features()), real.moments());
    }

    double nearestTraining() {
        return real.nearestTraining(evaluated);
    }

    ManifoldMetrics manifolds() {
        ManifoldMetrics known = manifolds;
        if (known == null) {
            known = ManifoldMetrics.of(
                    evaluated.features(),
                    real().features(),
                    real.neighbours(),
                    ManifoldMetrics.MANIFOLD_NEIGHBOURS,
                    ManifoldMetrics.DENSITY_NEIGHBOURS);
            manifolds = known;
        }
        return known;
    }
}
