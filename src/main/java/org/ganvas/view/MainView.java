package org.ganvas.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ganvas.view.explore.ExploreRoom;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.KeyRules;
import org.ganvas.view.fx.Theme;
import org.ganvas.view.help.HelpDesk;
import org.ganvas.view.train.TrainRoom;
import org.ganvas.viewmodel.ClassModeViewModel;
import org.ganvas.viewmodel.Room;
import org.ganvas.viewmodel.RoomsViewModel;
import org.ganvas.viewmodel.ShellViewModel;
import org.jspecify.annotations.Nullable;

/** What the window holds. FX thread. */
public final class MainView {

    private static final double BELOW_HEADER = 60;
    private static final String BETWEEN_ROOMS = ";";

    private final StackPane root = new StackPane();
    private final Runnable ending = Follow.begin();
    private final TrainRoom trainRoom;
    private final StackPane place = new StackPane();
    private @Nullable ExploreRoom exploreRoom;
    private String exploreArrangement = "";
    private final HelpDesk help;

    /**
     * @param scene takes the view as its root
     */
    public MainView(ShellViewModel model, Theme theme, Scene scene) {
        trainRoom = new TrainRoom(model);
        put(Room.TRAIN, trainRoom, model.rooms());
        Follow.of(model.rooms().shownProperty(), (property, old, now) -> buildRoom(now, model));
        buildRoom(model.rooms().shownProperty().get(), model);
        BorderPane frame = new BorderPane(place);
        help = new HelpDesk(model, scene, root, frame, trainRoom);
        MainActions actions = new MainActions(model, theme, help, scene);
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
        Region ground = Cards.styled(new Region(), "ganvas-ground");
        ground.setMouseTransparent(true);
        root.getChildren().addAll(ground, new Reach(frame, scene), new ToastLayer(model.notices()), banner, recovery);
        scene.setRoot(root);
        KeyRules.install(scene, () -> toggle(model));
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        FileDrop.install(scene, model.recipe()::openFolder, model.project()::open, model.exchange()::importModel);
    }

    /** All rooms lie in one place, of which one is seen. */
    private void put(Room room, Node node, RoomsViewModel rooms) {
        node.visibleProperty().bind(rooms.shownProperty().isEqualTo(room));
        node.managedProperty().bind(node.visibleProperty());
        place.getChildren().add(node);
    }

    /** The room that not everybody enters is built when somebody does: the window is there sooner. */
    private void buildRoom(Room room, ShellViewModel model) {
        if (room == Room.EXPLORE && exploreRoom == null) {
            ExploreRoom built = new ExploreRoom(model);
            built.arrange(exploreArrangement);
            put(Room.EXPLORE, built, model.rooms());
            exploreRoom = built;
        }
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
        String[] parts = arrangement.split(BETWEEN_ROOMS, -1);
        trainRoom.arrange(parts[0]);
        exploreArrangement = parts.length > 1 ? parts[1] : "";
        if (exploreRoom != null) {
            exploreRoom.arrange(exploreArrangement);
        }
    }

    /** How the panes stand, for the next start. */
    public String arrangement() {
        return trainRoom.arrangement()
                + BETWEEN_ROOMS
                + (exploreRoom == null ? exploreArrangement : exploreRoom.arrangement());
    }

    /** Lets go of what would otherwise outlive the window. */
    public void dispose() {
        ending.run();
        trainRoom.dispose();
    }
}
