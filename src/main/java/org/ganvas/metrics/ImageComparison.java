package org.ganvas.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Comparison of evaluated images with real ones, the argument of {@link ImageMetric}. Not thread-safe. */
public final class ImageComparison {

    private final ClassifiedImages evaluated;
    private final ReferenceImageSet real;
    private @Nullable ManifoldMetrics manifolds;

    /**
     * @param evaluated outputs of the same classifier as for the real images
     * @param real as many real images
     */
    public ImageComparison(ClassifiedImages evaluated, ReferenceImageSet real) {
        if (evaluated.count() != real.images().count()
                || evaluated.classes() != real.images().classes()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d images of %d classes cannot be compared with %d of %d",
                    evaluated.count(),
                    evaluated.classes(),
                    real.images().count(),
                    real.images().classes()));
        }
        this.evaluated = evaluated;
        this.real = real;
    }

    ClassifiedImages evaluated() {
        return evaluated;
    }

    ClassifiedImages real() {
        return real.images();
    }

    /** Number of images on either side. */
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
        ManifoldMetrics cached = manifolds;
        if (cached == null) {
            cached = ManifoldMetrics.of(
                    evaluated.features(),
                    real().features(),
                    real.neighbours(),
                    ManifoldMetrics.MANIFOLD_NEIGHBOURS,
                    ManifoldMetrics.DENSITY_NEIGHBOURS);
            manifolds = cached;
        }
        return cached;
    }
}
