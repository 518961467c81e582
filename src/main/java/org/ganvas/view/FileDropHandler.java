package org.ganvas.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.ganvas.data.registry.DatasetRegistry;

/**
 * Handler of files dropped on the window: a folder or a file of points becomes the data set, a project is opened, a
 * model is imported. FX thread.
 */
final class FileDropHandler {

    private static final String PROJECT_ENDING = ".ganvas";
    private static final String MODEL_ENDING = ".zip";

    private FileDropHandler() {}

    static void install(
            Scene scene,
            Consumer<Path> openData,
            BiConsumer<Path, Path> openPair,
            Consumer<Path> openProject,
            Consumer<Path> importModel) {
        scene.setOnDragOver(event -> {
            if (usable(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            List<File> folders = event.getDragboard().getFiles().stream()
                    .filter(File::isDirectory)
                    .toList();
            if (folders.size() == 2) {
                event.setDropCompleted(true);
                event.consume();
                openPair.accept(folders.get(0).toPath(), folders.get(1).toPath());
                return;
            }
            Optional<File> file = usable(event);
            event.setDropCompleted(file.isPresent());
            event.consume();
            file.ifPresent(dropped -> (isData(dropped)
                            ? openData
                            : dropped.getName().endsWith(MODEL_ENDING) ? importModel : openProject)
                    .accept(dropped.toPath()));
        });
    }

    private static Optional<File> usable(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> isData(file)
                        || file.getName().endsWith(PROJECT_ENDING)
                        || file.getName().endsWith(MODEL_ENDING))
                .findFirst();
    }

    private static boolean isData(File file) {
        return file.isDirectory() || DatasetRegistry.isPointDataset(file.getName());
    }
}
