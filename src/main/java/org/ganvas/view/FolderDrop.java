package org.ganvas.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A folder that is dropped on the window becomes the data. FX thread. */
final class FolderDrop {

    private FolderDrop() {}

    static void install(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            if (folder(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> folder = folder(event);
            event.setDropCompleted(folder.isPresent());
            event.consume();
            folder.ifPresent(open);
        });
    }

    private static Optional<Path> folder(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(File::isDirectory)
                .map(File::toPath)
                .findFirst();
    }
}
