package org.ganvas.view;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ganvas.view.fx.KeyRules;
import org.ganvas.view.fx.Theme;
import org.ganvas.view.train.TrainRoom;
import org.ganvas.viewmodel.ShellViewModel;

/** What the window holds. FX thread. */
public final class MainView {

    private final StackPane root = new StackPane();
    private final TrainRoom trainRoom;

    /**
     * @param scene takes the view as its root
     */
    public MainView(ShellViewModel model, Theme theme, Stage stage, Scene scene) {
        trainRoom = new TrainRoom(model);
        MainActions actions = new MainActions(model, theme, stage);
        BorderPane frame = new BorderPane(trainRoom);
        frame.setTop(new VBox(new HeaderBar(model, theme, actions), new ProblemBanner(model)));
        frame.setBottom(new StatusStrip(model));
        root.getStyleClass().add("ganvas");
        root.getChildren().addAll(frame, new ToastLayer(model.notices()));
        scene.setRoot(root);
        KeyRules.install(scene, model.run()::toggle);
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        FolderDrop.install(scene, model.recipe()::openFolder);
    }

    /** Puts the panes as they were left; as is usual where the text says nothing. */
    public void arrange(String arrangement) {
        trainRoom.arrange(arrangement);
    }

    /** How the panes stand, for the next start. */
    public String arrangement() {
        return trainRoom.arrangement();
    }

    /** Lets go of what would otherwise outlive the window. */
    public void dispose() {
        trainRoom.dispose();
    }
}
