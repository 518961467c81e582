package org.ganvas.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetPart;
import org.ganvas.metrics.PictureComparison;
import org.ganvas.metrics.PictureMeasure;
import org.ganvas.metrics.RealPictures;
import org.ganvas.session.measure.FeatureNet;
import org.ganvas.session.measure.JudgedBatch;

/**
 * What real pictures score against real ones in the same number: those held back against those learnt from, as a perfect
 * generator would, and each set against itself.
 */
final class RealFloors {

    private static final int SEED = 3;
    private static final int LEARNT = 5000;

    private final FeatureNet net;
    private final int count;

    RealFloors(FeatureNet net, int count) {
        this.net = net;
        this.count = count;
    }

    /** By the measure's id. */
    Map<PictureMeasure, Double> of(Dataset judged, Dataset against, Dataset learnt) {
        DatasetPart first = DatasetPart.shuffled(against, SEED).range(0, count);
        // Of one set, others of it; of two, any.
        DatasetPart second = DatasetPart.shuffled(judged, SEED).range(count, 2 * count);
        RealPictures real = new RealPictures(
                JudgedBatch.of(net, first, false),
                JudgedBatch.of(net, DatasetPart.shuffled(learnt, SEED).range(2 * count, 2 * count + LEARNT), false)
                        .features());
        PictureComparison comparison = new PictureComparison(JudgedBatch.of(net, second, false), real);
        Map<PictureMeasure, Double> values = new EnumMap<>(PictureMeasure.class);
        for (PictureMeasure measure : PictureMeasure.of(net.knowsClasses(), false)) {
            values.put(measure, measure.value(comparison));
        }
        return values;
    }

    static String id(PictureMeasure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
