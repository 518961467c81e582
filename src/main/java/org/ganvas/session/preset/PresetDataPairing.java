package org.ganvas.session.preset;

import java.util.Optional;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;

/**
 * Which data goes with which preset, so that a choice of one that the other cannot follow brings its partner along. By
 * names alone, before anything is read. Pure functions, any thread.
 */
public final class PresetDataPairing {

    private static final String BUILT_IN = "builtin:";

    private PresetDataPairing() {}

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
        return DatasetRegistry.builtIns().stream()
                .map(DatasetEntry::id)
                .filter(id -> suits(preset.spec(), id))
                .findFirst()
                .orElse(data);
    }

    private static Optional<String> builtIn(String id) {
        return DatasetRegistry.builtIns().stream()
                .map(DatasetEntry::id)
                .filter(id::equals)
                .findFirst();
    }

    /** The preset for newly chosen data that the present one cannot take: the one of its name, else the first of its kind. */
    public static Preset presetFor(String data) {
        return PresetRegistry.all().stream()
                .filter(preset -> data.equals(BUILT_IN + preset.id()))
                .findFirst()
                .or(() -> PresetRegistry.all().stream()
                        .filter(preset -> suits(preset.spec(), data))
                        .findFirst())
                .orElseGet(() -> PresetRegistry.get(PresetRegistry.FIRST));
    }

    /** Whether both are about points, or both about pictures. */
    public static boolean suits(GanSpec spec, String data) {
        return spec.image().isPoint() == DatasetRegistry.isPointDataset(data);
    }
}
