package org.ganvas.view.explore;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Drop target for files, of which the first is used. FX thread. */
public final class FileDrop {

    private FileDrop() {}

    public static void install(Node node, Consumer<Path> open) {
        node.setOnDragOver(FileDrop::over);
        node.setOnDragDropped(event -> dropped(event, open));
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private static void dropped(DragEvent event, Consumer<Path> open) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        files.stream().findFirst().ifPresent(file -> open.accept(file.toPath()));
    }
}
