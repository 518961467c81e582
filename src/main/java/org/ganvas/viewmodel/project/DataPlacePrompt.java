package org.ganvas.viewmodel.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.viewmodel.support.UserPrompts;

/** Question where data is now that a run was trained on: a folder, a file of points, or each moved part of a pair. FX thread. */
final class DataPlacePrompt {

    private DataPlacePrompt() {}

    /**
     * Asks.
     *
     * @param before id of the data as it was saved
     * @param chosen receives the id of the data at its new place; not called if the user cancels
     */
    static void ask(UserPrompts prompts, String before, Consumer<String> chosen) {
        Optional<DataPair> parts = DataPair.parse(before);
        if (parts.isEmpty()) {
            choose(prompts, before, chosen);
            return;
        }
        DataPair pair = parts.get();
        boolean moved = isMissing(pair.inputs()) || isMissing(pair.outputs());
        choosePart(
                prompts,
                pair.inputs(),
                moved,
                inputs -> choosePart(
                        prompts,
                        pair.outputs(),
                        moved,
                        outputs -> chosen.accept(
                                DataPair.of(inputs, outputs, pair.paired()).id())));
    }

    /** Asks for a part unless it is built in or stays where it is while the other has moved. */
    private static void choosePart(UserPrompts prompts, String before, boolean moved, Consumer<String> chosen) {
        boolean stays = before.isEmpty() || before.startsWith(DatasetEntry.BUILT_IN) || moved && !isMissing(before);
        if (stays) {
            chosen.accept(before);
        } else {
            choose(prompts, before, chosen);
        }
    }

    private static boolean isMissing(String id) {
        try {
            return !id.isEmpty() && !id.startsWith(DatasetEntry.BUILT_IN) && !Files.exists(Path.of(id));
        } catch (InvalidPathException e) {
            // A path of another system.
            return true;
        }
    }

    private static void choose(UserPrompts prompts, String before, Consumer<String> chosen) {
        Consumer<Path> place = path -> chosen.accept(path.toString());
        if (DatasetRegistry.isPointDataset(before)) {
            prompts.choosePoints(place);
        } else {
            prompts.chooseFolder(place);
        }
    }
}
