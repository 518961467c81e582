package org.ganvas.cli.support;

import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.SubfolderPair;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.message.Message;
import org.ganvas.session.preset.PresetDataPairing;
import org.jspecify.annotations.Nullable;

/** Conversion of {@code --data} and {@code --data-b} to the id of a dataset. Pure functions. */
public final class DataOption {

    private DataOption() {}

    /** Whether a dataset comes with the program and is no file. */
    public static boolean isBuiltIn(String id) {
        return id.startsWith(DatasetEntry.BUILT_IN);
    }

    /** The dataset's id. Paths become absolute, so that the project can be resumed from any folder. */
    public static String id(String data) {
        Optional<DataPair> pair = DataPair.parse(data);
        if (pair.isPresent()) {
            DataPair parts = pair.get();
            return new DataPair(part(parts.inputs()), part(parts.outputs()), parts.paired()).id();
        }
        return isBuiltIn(data)
                ? data
                : PathArgument.of(data).toAbsolutePath().normalize().toString();
    }

    private static String part(String data) {
        return data.isEmpty() ? data : id(data);
    }

    /**
     * The id of the data of a translation: two datasets, or one with two subfolders, or one whose images hold both halves,
     * where the networks need pairs.
     *
     * @param data of {@code --data}
     * @param second of {@code --data-b}; null without it
     * @throws UsageException if the networks take no second dataset
     */
    public static String id(String data, @Nullable String second, GanSpec spec) {
        if (second == null) {
            boolean single =
                    PresetDataPairing.takesPairs(spec) && DataPair.parse(data).isEmpty() && !isBuiltIn(data);
            return single ? ownPairs(id(data), spec).id() : id(data);
        }
        UsageException.require(PresetDataPairing.takesPairs(spec), Message.of("cli.usage.noSecondData"));
        UsageException.require(DataPair.parse(data).isEmpty(), Message.of("cli.usage.twoSecondData"));
        boolean paired = spec.game() instanceof PairedTranslationSpec;
        return DataPair.of(id(data), id(second), paired).id();
    }

    /** Two subfolders, unless each image holds both halves; what cannot be examined is told when it is opened. */
    private static DataPair ownPairs(String folder, GanSpec spec) {
        DataPair halves = DataPair.halves(folder);
        try {
            boolean sideBySide =
                    DatasetPreview.of(folder).map(DatasetPreview::sideBySide).orElse(false);
            return sideBySide
                    ? halves
                    : SubfolderPair.of(Path.of(folder), spec.game() instanceof PairedTranslationSpec)
                            .orElse(halves);
        } catch (DataException toldOnOpening) {
            return halves;
        }
    }
}
