package org.ganvas.session.preset;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.RunRequest;

/** Choice of a preset for data that the user has opened. Pure functions, any thread. */
public final class PresetFinder {

    private PresetFinder() {}

    /**
     * The spec of a preset for data with so many classes: that of own images learns the classes where there are any, every
     * other one is as it is.
     *
     * @param classes of the data; 0 where there are no labels
     */
    public static GanSpec specFor(Preset preset, int classes) {
        return preset.id().equals(PresetRegistry.OWN_IMAGES) ? preset.spec().withLabels(classes) : preset.spec();
    }

    /**
     * Whether a run of this spec would train on the data without a loss. A folder of images is scaled to any size, but
     * to drop or add colour channels is left to the user.
     */
    public static boolean fits(GanSpec spec, DatasetPreview data) {
        boolean shape = data.fixedShape()
                ? spec.image().equals(data.shape())
                : spec.image().channels() == data.shape().channels();
        return shape && (!spec.conditional() || spec.classes() == data.classes());
    }

    /**
     * The preset for the data.
     *
     * @param now the present preset
     * @param presets all of them, the recommended ones first
     * @return {@code now} if it fits or none does, whose error then says why not; with the classes of the data where it
     *     learns them
     */
    public static Preset choose(Preset now, DatasetPreview data, List<Preset> presets) {
        Preset chosen = fits(now.spec(), data) ? now : exactMatch(data, presets).orElse(now);
        return new Preset(
                chosen.id(),
                chosen.name(),
                chosen.sentence(),
                chosen.paper(),
                chosen.minutes(),
                specFor(chosen, data.classes()));
    }

    /**
     * The same run with other data, and with another preset where the present one does not fit.
     *
     * @param preview of the data; empty if unknown
     */
    public static RunRequest request(
            RunRequest now, String dataId, Optional<DatasetPreview> preview, List<Preset> presets) {
        boolean matches = PresetDataPairing.matches(now.spec(), dataId);
        List<Preset> matching = presets.stream()
                .filter(preset -> PresetDataPairing.matches(preset.spec(), dataId))
                .toList();
        return preview.filter(data -> !matches || !fits(now.spec(), data) || ignoresLabels(now, data))
                .flatMap(data -> exactMatch(data, matching)
                        .map(preset ->
                                new RunRequest(preset.id(), specFor(preset, data.classes()), dataId, now.seed())))
                .orElseGet(() -> now.withDataId(dataId));
    }

    /** Whether the preset of own images was loaded with images without labels, and these have some. */
    private static boolean ignoresLabels(RunRequest now, DatasetPreview data) {
        return now.presetId().equals(PresetRegistry.OWN_IMAGES) && !now.spec().conditional() && data.classes() >= 2;
    }

    private static Optional<Preset> exactMatch(DatasetPreview data, List<Preset> presets) {
        return presets.stream()
                .filter(preset -> fits(preset.spec(), data))
                .filter(preset -> preset.spec().image().equals(data.shape()))
                .findFirst();
    }
}
