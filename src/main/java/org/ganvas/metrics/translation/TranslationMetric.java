package org.ganvas.metrics.translation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Registry of the metrics of translated images against their targets; a new metric is a new constant, which the command
 * line reports too. Each is meaningful beside the value of a trivial answer, such as the input itself. Immutable; any
 * thread.
 */
public enum TranslationMetric {
    /** Peak signal-to-noise ratio, 10 log10 of (range² / mean square error), mean over the images. */
    PSNR("dB", true, Needs.TARGETS, PixelErrors::psnr),
    /** Structural similarity under a normal window of 11x11 pixels. */
    SSIM("1", true, Needs.TARGETS, StructuralSimilarity::of),
    /** Mean absolute difference of levels, with black at 0 and white at 1. */
    L1("levels", false, Needs.TARGETS, PixelErrors::meanAbsolute),
    /** Peak signal-to-noise ratio over the missing pixels alone. */
    HOLE_PSNR("dB", true, Needs.HOLES, PixelErrors::holePsnr),
    /** Share of images that a classifier takes for the class of their original. */
    KEPT_CLASS("share", true, Needs.CLASSES, TranslationMetric::keptClass);

    /** Required inputs beside the images. */
    private enum Needs {
        TARGETS,
        HOLES,
        CLASSES
    }

    private final String unit;
    private final boolean higherIsBetter;
    private final Needs needs;
    private final ToDoubleFunction<TranslationComparison> function;

    TranslationMetric(
            String unit, boolean higherIsBetter, Needs needs, ToDoubleFunction<TranslationComparison> function) {
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.needs = needs;
        this.function = function;
    }

    /** Metrics that apply to a comparison. */
    public static List<TranslationMetric> of(TranslationComparison comparison) {
        return Arrays.stream(values())
                .filter(metric -> metric.applies(comparison))
                .toList();
    }

    private boolean applies(TranslationComparison c) {
        return switch (needs) {
            case TARGETS -> true;
            case HOLES -> c.missing() != null;
            case CLASSES -> c.classes() != null && c.wantedClasses() != null;
        };
    }

    /** Unit of the value. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Value of the metric; NaN where it does not apply. */
    public double value(TranslationComparison comparison) {
        return function.applyAsDouble(comparison);
    }

    private static double keptClass(TranslationComparison c) {
        int[] classes = c.classes();
        int[] wanted = c.wantedClasses();
        if (classes == null || wanted == null) {
            return Double.NaN;
        }
        int kept = 0;
        for (int i = 0; i < classes.length; i++) {
            kept += classes[i] == wanted[i] ? 1 : 0;
        }
        return (double) kept / classes.length;
    }
}
