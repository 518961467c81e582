package org.ganvas.session;

import java.util.Optional;
import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;

/**
 * Which data goes with which preset, so that a choice of one that the other cannot follow brings its partner along. By
 * names alone, before anything is read. Pure functions, any thread.
 */
public final class Pairing {

    private static final String BUILT_IN = "builtin:";

    private Pairing() {}

    /**
     * The data for a newly chosen preset: the built-in set of its own name, else the data there is, else the first
     * built-in set of its kind.
     *
     * @param data what was chosen before
     */
    public static String dataFor(Preset preset, String data) {
        Optional<String> own = builtIn(BUILT_IN + preset.id());
        if (own.isPresent() || suits(preset.spec(), data)) {
            return own.orElse(data);
        }
        return Datasets.builtIns().stream()
                .map(Datasets.Entry::id)
                .filter(id -> suits(preset.spec(), id))
                .findFirst()
                .orElse(data);
    }

    private static Optional<String> builtIn(String id) {
        return Datasets.builtIns().stream()
                .map(Datasets.Entry::id)
                .filter(id::equals)
                .findFirst();
    }

    /** The preset for newly chosen data that the present one cannot take: the one of its name, else the first of its kind. */
    public static Preset presetFor(String data) {
        return Presets.all().stream()
                .filter(preset -> data.equals(BUILT_IN + preset.id()))
                .findFirst()
                .or(() -> Presets.all().stream()
                        .filter(preset -> suits(preset.spec(), data))
                        .findFirst())
                .orElseGet(() -> Presets.get(Presets.FIRST));
    }

    /** Whether both are about points, or both about pictures. */
    public static boolean suits(GanSpec spec, String data) {
        return spec.image().isPoint() == Datasets.ofPoints(data);
    }
}
