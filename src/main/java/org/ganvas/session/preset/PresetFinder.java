package org.ganvas.session.preset;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.run.RunRequest;

/** Choice of a preset for data that the user has opened. Pure functions, any thread. */
public final class PresetFinder {

    private PresetFinder() {}

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
     * @return {@code now} if it fits or none does; its error then says why not
     */
    public static Preset choose(Preset now, DatasetPreview data, List<Preset> presets) {
        return fits(now.spec(), data) ? now : exactMatch(data, presets).orElse(now);
    }

    /**
     * The same run with other data, and with another preset where the present one does not fit.
     *
     * @param preview of the data; empty if unknown
     */
    public static RunRequest request(
            RunRequest now, String dataId, Optional<DatasetPreview> preview, List<Preset> presets) {
        return preview.filter(data -> !fits(now.spec(), data))
                .flatMap(data -> exactMatch(data, presets))
                .map(preset -> new RunRequest(preset.id(), preset.spec(), dataId, now.seed()))
                .orElseGet(() -> new RunRequest(now.presetId(), now.spec(), dataId, now.seed()));
    }

    private static Optional<Preset> exactMatch(DatasetPreview data, List<Preset> presets) {
        return presets.stream()
                .filter(preset -> fits(preset.spec(), data))
                .filter(preset -> preset.spec().image().equals(data.shape()))
                .findFirst();
    }
}
