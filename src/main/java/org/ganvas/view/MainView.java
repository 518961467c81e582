package org.ganvas.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.KeyRules;
import org.ganvas.view.fx.Theme;
import org.ganvas.view.help.HelpDesk;
import org.ganvas.view.train.TrainRoom;
import org.ganvas.viewmodel.ClassModeViewModel;
import org.ganvas.viewmodel.ShellViewModel;

/** What the window holds. FX thread. */
public final class MainView {

    private static final double BELOW_HEADER = 60;

    private final StackPane root = new StackPane();
    private final Runnable ending = Follow.begin();
    private final TrainRoom trainRoom;
    private final HelpDesk help;

    /**
     * @param scene takes the view as its root
     */
    public MainView(ShellViewModel model, Theme theme, Scene scene) {
        trainRoom = new TrainRoom(model);
        BorderPane frame = new BorderPane(trainRoom);
        help = new HelpDesk(model, scene, root, frame, trainRoom);
        MainActions actions = new MainActions(model, theme, help);
        frame.setTop(new HeaderBar(model, theme, actions));
        StatusStrip strip = new StatusStrip(model);
        ClassMode.hide(strip, model.classMode(), ClassModeViewModel.Pane.STATUS);
        frame.setBottom(strip);
        root.getStyleClass().add("ganvas");
        ProblemBanner banner = new ProblemBanner(model);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane.setMargin(banner, new Insets(BELOW_HEADER, 24, 24, 24));
        RecoveryLayer recovery = new RecoveryLayer(model.recovery());
        frame.disableProperty().bind(recovery.visibleProperty());
        root.getChildren().addAll(frame, new ToastLayer(model.notices()), banner, recovery);
        scene.setRoot(root);
        KeyRules.install(scene, () -> toggle(model));
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        FileDrop.install(scene, model.recipe()::openFolder, model.project()::open, model.exchange()::importModel);
    }

    /** Not behind an offer: what would be trained there is replaced a moment later. */
    private static void toggle(ShellViewModel model) {
        if (model.recovery().offerProperty().get() == null) {
            model.run().toggle();
        }
    }

    /** The page a person sees first. */
    public void welcome() {
        help.welcome();
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
        ending.run();
        trainRoom.dispose();
    }
}
