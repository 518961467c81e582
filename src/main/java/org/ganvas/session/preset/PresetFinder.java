package org.ganvas.session.preset;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.run.RunRequest;

/** Finds a recipe for data that somebody has chosen without thinking of recipes. Pure functions, any thread. */
public final class PresetFinder {

    private PresetFinder() {}

    /**
     * Whether a run made for this would show the data as it is. A folder of pictures is scaled to any size, but it is a
     * person's choice, not ours, to take its colours away or to add what is not there.
     */
    public static boolean fits(GanSpec spec, DatasetPreview data) {
        boolean shape = data.fixedShape()
                ? spec.image().equals(data.shape())
                : spec.image().channels() == data.shape().channels();
        return shape && (!spec.conditional() || spec.classes() == data.classes());
    }

    /**
     * The recipe to take.
     *
     * @param now what is chosen
     * @param presets what there is, the ones people should meet first at the front
     * @return {@code now} if it fits or nothing does, so that its sentence can say why not
     */
    public static Preset of(Preset now, DatasetPreview data, List<Preset> presets) {
        return fits(now.spec(), data) ? now : other(data, presets).orElse(now);
    }

    /**
     * The same run with other data, and with another recipe if that must be.
     *
     * @param look empty if nothing is known of the data
     */
    public static RunRequest request(
            RunRequest now, String dataId, Optional<DatasetPreview> look, List<Preset> presets) {
        return look.filter(data -> !fits(now.spec(), data))
                .flatMap(data -> other(data, presets))
                .map(preset -> new RunRequest(preset.id(), preset.spec(), dataId, now.seed()))
                .orElseGet(() -> new RunRequest(now.presetId(), now.spec(), dataId, now.seed()));
    }

    private static Optional<Preset> other(DatasetPreview data, List<Preset> presets) {
        return presets.stream()
                .filter(preset -> fits(preset.spec(), data))
                .filter(preset -> preset.spec().image().equals(data.shape()))
                .findFirst();
    }
}
