package org.ganvas.session.preset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.registry.SubfolderPair;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;

/**
 * Pairs of preset and dataset: when the user chooses one that does not match the other, the other is replaced too. By ids
 * alone, before any data is read. Pure functions, any thread.
 */
public final class PresetDataPairing {

    private static final String BUILT_IN = "builtin:";

    private PresetDataPairing() {}

    /**
     * The id of the data for a newly chosen preset: the built-in dataset of the same name, else the present one if it
     * matches, else the first built-in one of its kind.
     *
     * @param data id of the present data
     */
    public static String dataFor(Preset preset, String data) {
        Optional<String> own = builtIn(BUILT_IN + preset.id());
        if (own.isPresent() || matches(preset.spec(), data)) {
            return own.orElse(DataPair.parse(data)
                    .map(pair -> forGame(preset.spec(), pair).id())
                    .orElse(data));
        }
        if (takesPairs(preset.spec())) {
            boolean paired = preset.spec().game() instanceof PairedTranslationSpec;
            return DataPair.of(DatasetEntry.DOODLES, DatasetEntry.OUTLINES, paired)
                    .id();
        }
        return builtInFor(preset, data);
    }

    /**
     * The user's own images in a pair, for a preset that takes no pairs: the folder whose two subfolders the pair is, or else
     * the outputs.
     */
    public static Optional<String> imagesOf(Preset preset, String data) {
        return DataPair.parse(data)
                .filter(pair -> !pair.sideBySide() && !pair.builtIn())
                .map(pair -> folderOfBoth(pair).orElse(pair.outputs()))
                .filter(images -> matches(preset.spec(), images));
    }

    /** Pairs that a folder of the user's holds: both halves in each image, or else two subfolders. */
    public static Optional<String> pairsIn(GanSpec spec, String folder, Optional<DatasetPreview> preview) {
        Optional<DataPair> pairs = preview.map(DatasetPreview::sideBySide).orElse(false)
                ? Optional.of(DataPair.halves(folder))
                : SubfolderPair.of(Path.of(folder), spec.game() instanceof PairedTranslationSpec);
        return pairs.map(DataPair::id);
    }

    private static Optional<String> folderOfBoth(DataPair pair) {
        Path parent = Path.of(pair.outputs()).getParent();
        return parent != null
                        && SubfolderPair.of(parent, true)
                                .filter(two -> Set.of(two.inputs(), two.outputs())
                                        .equals(Set.of(pair.inputs(), pair.outputs())))
                                .isPresent()
                ? Optional.of(parent.toString())
                : Optional.empty();
    }

    /** The id of the first built-in dataset of a preset's kind; {@code data} if there is none. */
    public static String builtInFor(Preset preset, String data) {
        return DatasetRegistry.builtIns().stream()
                .map(DatasetEntry::id)
                .filter(id -> matches(preset.spec(), id))
                .findFirst()
                .orElse(data);
    }

    /** The same two sets as pairs, or as independent ones, as the game has it; halves of one image are always pairs. */
    private static DataPair forGame(GanSpec spec, DataPair pair) {
        return pair.sideBySide()
                ? pair
                : DataPair.of(pair.inputs(), pair.outputs(), spec.game() instanceof PairedTranslationSpec);
    }

    private static Optional<String> builtIn(String id) {
        return DatasetRegistry.builtIns().stream()
                .map(DatasetEntry::id)
                .filter(id::equals)
                .findFirst();
    }

    /** The preset for newly chosen data that the present one does not match: that of its name, else the first of its kind. */
    public static Preset presetFor(String data) {
        return PresetRegistry.all().stream()
                .filter(preset -> data.equals(BUILT_IN + preset.id()))
                .findFirst()
                .or(() -> PresetRegistry.all().stream()
                        .filter(preset -> matches(preset.spec(), data))
                        .findFirst())
                .orElseGet(() -> PresetRegistry.get(PresetRegistry.FIRST));
    }

    /** Whether both are about 2-D points, or both about images, or both about images and what they are translated from. */
    public static boolean matches(GanSpec spec, String data) {
        return spec.image().isPoint() == DatasetRegistry.isPointDataset(data)
                && takesPairs(spec) == DataPair.parse(data).isPresent();
    }

    /** Whether networks need a second set of images, from which or to which they translate. */
    public static boolean takesPairs(GanSpec spec) {
        if (spec.game() instanceof PairedTranslationSpec game) {
            return !game.condition().ofImage();
        }
        return spec.game() instanceof UnpairedTranslationSpec game
                && (game.from() instanceof DomainSpec.Partner || game.to() instanceof DomainSpec.Partner);
    }
}
