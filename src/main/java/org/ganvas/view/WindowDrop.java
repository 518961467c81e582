package org.ganvas.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.view.drop.DropOffer;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.DroppedFiles;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.RunSetupViewModel;

/**
 * Drop target of the whole window: a folder or a file of points becomes the data set, a project is opened, a model is
 * imported, and what no target takes is refused with the reason. FX thread.
 */
final class WindowDrop {

    private static final String PROJECT_ENDING = ".ganvas";
    private static final String MODEL_ENDING = ".zip";

    private final WindowViewModel model;
    private final BooleanSupplier asks;

    private WindowDrop(WindowViewModel model, BooleanSupplier asks) {
        this.model = model;
        this.asks = asks;
    }

    /**
     * @param window content of the window
     * @param asks whether a question is open, behind which nothing is loaded
     */
    static void install(Node window, WindowViewModel model, BooleanSupplier asks) {
        WindowDrop drop = new WindowDrop(model, asks);
        DropTarget.ofFiles(window, dropped -> Optional.of(drop.offer(dropped)));
    }

    private DropOffer offer(DroppedFiles dropped) {
        if (asks.getAsBoolean()) {
            return DropOffer.refuse(Messages.text("drop.question"));
        }
        RunSetupViewModel setup = model.train().runSetup();
        List<Path> folders = dropped.folders();
        if (folders.size() == 2) {
            Path inputs = folders.get(0);
            Path outputs = folders.get(1);
            return DropOffer.accept(
                    Messages.text("drop.pair", DroppedFiles.name(inputs), DroppedFiles.name(outputs)),
                    () -> setup.openFolders(inputs, outputs));
        }
        return dropped.folder()
                .map(folder -> FileOffers.of("drop.data", folder, setup::openFolder))
                .or(() -> dropped.file(file -> DatasetRegistry.isPointDataset(DroppedFiles.name(file)))
                        .map(points -> FileOffers.of("drop.points", points, setup::openFolder)))
                .or(() -> dropped.ending(PROJECT_ENDING)
                        .map(project -> FileOffers.of(
                                "drop.project", project, model.projects().project()::open)))
                .or(() -> dropped.ending(MODEL_ENDING)
                        .map(generator -> FileOffers.of(
                                "drop.model", generator, model.train().importExport()::importModel)))
                .orElseGet(() -> refusal(dropped));
    }

    private static DropOffer refusal(DroppedFiles dropped) {
        return DropOffer.refuse(
                dropped.image().isPresent()
                        ? Messages.text("drop.image")
                        : Messages.text("drop.unknown", dropped.firstName()));
    }
}
