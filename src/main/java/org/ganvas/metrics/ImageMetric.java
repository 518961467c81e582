package org.ganvas.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Registry of the metrics for images; a new metric is a new constant, which the command line reports too. The features are
 * those of a classifier trained here, so no value may carry the name of a published metric (FID, IS, KID). Immutable; any
 * thread.
 */
public enum ImageMetric {
    /** Squared Fr&eacute;chet distance of the Gaussians fitted to the features. */
    CLASSIFIER_FRECHET("squared feature units", Better.LOWER, Needs.FEATURES, ImageComparison::frechet),
    /** Unbiased squared maximum mean discrepancy of the standardised features under a cubic kernel. */
    CLASSIFIER_KERNEL(
            "1",
            Better.LOWER,
            Needs.FEATURES,
            c -> KernelDistance.of(c.evaluated().features(), c.real().features())),
    /** Share of generated images within the manifold of real ones, k = 3. */
    PRECISION("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().precision()),
    /** Share of real images within the manifold of generated ones, k = 3. */
    RECALL("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().recall()),
    /** Mean density of real images around generated ones, k = 5. */
    DENSITY("1", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().density()),
    /** Share of real images with a generated one in their neighbourhood, k = 5. */
    COVERAGE("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().coverage()),
    /** Median distance to the nearest training image, as a multiple of that of real images outside the training set. */
    NEAREST_TRAINING("ratio", Better.HIGHER, Needs.FEATURES, ImageComparison::nearestTraining),
    /** exp of the mean KL divergence of the class probabilities from their mean. */
    CLASSIFIER_SCORE(
            "classes",
            Better.HIGHER,
            Needs.CLASSES,
            c -> ClassifierScore.of(c.evaluated().logits(), c.evaluated().classes())),
    /** Share of images classified with a probability above 0.9. */
    SURE(
            "share",
            Better.HIGHER,
            Needs.CLASSES,
            c -> ClassifierScore.confidentShare(
                    c.evaluated().logits(), c.evaluated().classes(), 0.9)),
    /** Entropy of the predicted classes. */
    CLASS_ENTROPY(
            "bits", Better.HIGHER, Needs.CLASSES, c -> c.evaluated().histogram().entropy()),
    /** Number of classes less than a tenth as frequent as in the real data. */
    CLASSES_MISSING(
            "classes",
            Better.LOWER,
            Needs.CLASSES,
            c -> c.evaluated().histogram().missingClasses(c.real().histogram())),
    /** Deviation of the pixels within a class, as a multiple of that of real images. */
    CLASS_SPREAD(
            "ratio",
            Better.HIGHER,
            Needs.CLASSES,
            c -> IntraClassDiversity.ratio(c.evaluated().deviations(), c.real().deviations())),
    /** Share of images classified as the class they were generated for. */
    RIGHT_CLASS("share", Better.HIGHER, Needs.LABELS, c -> c.evaluated().classAccuracy());

    /** Direction of improvement. */
    private enum Better {
        LOWER,
        HIGHER
    }

    /** Required inputs; each includes all before it. */
    private enum Needs {
        FEATURES,
        CLASSES,
        LABELS
    }

    private final String unit;
    private final Better better;
    private final Needs required;
    private final ToDoubleFunction<ImageComparison> function;

    ImageMetric(String unit, Better better, Needs needs, ToDoubleFunction<ImageComparison> function) {
        this.unit = unit;
        this.better = better;
        this.required = needs;
        this.function = function;
    }

    /**
     * Metrics that apply.
     *
     * @param classes whether the classifier was trained on the classes of the data
     * @param labels whether the wanted class of each image is known
     */
    public static List<ImageMetric> of(boolean classes, boolean labels) {
        Needs available = !classes ? Needs.FEATURES : labels ? Needs.LABELS : Needs.CLASSES;
        return Arrays.stream(values())
                .filter(metric -> metric.required.compareTo(available) <= 0)
                .toList();
    }

    /** Unit of the value. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return better == Better.HIGHER;
    }

    /** Value of the metric; for real images against as many other real ones it is the floor. */
    public double value(ImageComparison comparison) {
        return function.applyAsDouble(comparison);
    }

    /** Expected floor in closed form, where there is one. */
    public OptionalDouble expectedFloor(ImageComparison comparison) {
        return switch (this) {
            case DENSITY, NEAREST_TRAINING, CLASS_SPREAD -> OptionalDouble.of(1);
            case CLASSIFIER_KERNEL -> OptionalDouble.of(0);
            case COVERAGE ->
                OptionalDouble.of(ManifoldMetrics.expectedCoverage(
                        comparison.size(), comparison.size(), ManifoldMetrics.DENSITY_NEIGHBOURS));
            default -> OptionalDouble.empty();
        };
    }
}
