package org.ganvas.session.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.data.transform.HeldOutSplit;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;

/** Images of a dataset that a GAN with an encoder takes for normal. Pure functions; any thread. */
public final class NormalImages {

    private NormalImages() {}

    /** Whether an image of a class is a normal one: every image, or one of the chosen class. */
    public static boolean isNormal(GanSpec spec, int label) {
        return !(spec.game() instanceof EncodingSpec game)
                || !(game.normal() instanceof DomainSpec.OfClass one)
                || one.label() == label;
    }

    /** Whether one class of the data is the normal one, so that images of the others are known to be anomalies. */
    public static boolean chooses(GanSpec spec) {
        return spec.game() instanceof EncodingSpec game && game.normal() instanceof DomainSpec.OfClass;
    }

    /** The normal images of some data; all of it for every other spec, and where it has none. */
    public static Dataset of(GanSpec spec, Dataset data) {
        if (!chooses(spec)) {
            return data;
        }
        int[] members = IntStream.range(0, data.size())
                .filter(i -> isNormal(spec, data.label(i)))
                .toArray();
        return members.length == 0 ? data : new DatasetSubset(data, members);
    }

    /** The part of the data that a run with a seed trains on: the normal images, but for a tenth that is held out. */
    public static Dataset training(GanSpec spec, Dataset data, long seed) {
        if (!(spec.game() instanceof EncodingSpec)) {
            return data;
        }
        Dataset normal = of(spec, data);
        return HeldOutSplit.of(normal, seed).map(HeldOutSplit::training).orElse(normal);
    }

    /**
     * Images of the data that a run with a seed does not train on: its test part where there is one; else the tenth of the
     * normal images that is held out and, where one class is the normal one, a tenth of the others behind them.
     *
     * @param test the test part; empty where there is none
     */
    public static List<Dataset> unseen(GanSpec spec, Dataset data, Optional<Dataset> test, long seed) {
        if (test.isPresent()) {
            return List.of(test.get());
        }
        List<Dataset> parts = new ArrayList<>(List.of(held(spec, data, seed)));
        int[] others = IntStream.range(0, data.size())
                .filter(i -> !isNormal(spec, data.label(i)))
                .toArray();
        if (chooses(spec) && others.length > 0) {
            Dataset rest = new DatasetSubset(data, others);
            parts.add(HeldOutSplit.of(rest, seed).map(HeldOutSplit::held).orElse(rest));
        }
        return parts;
    }

    /** Normal images that a run with a seed does not train on. */
    public static Dataset held(GanSpec spec, Dataset data, long seed) {
        Dataset normal = of(spec, data);
        return HeldOutSplit.of(normal, seed).map(HeldOutSplit::held).orElse(normal);
    }
}
