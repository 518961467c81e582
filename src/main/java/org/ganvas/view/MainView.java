package org.ganvas.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ganvas.view.explore.ExploreScreen;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.KeyFilters;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.help.HelpOverlay;
import org.ganvas.view.train.TrainScreen;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;

/** What the window holds. FX thread. */
public final class MainView {

    private static final double BELOW_HEADER = 60;
    private static final String BETWEEN_ROOMS = ";";

    private final StackPane root = new StackPane();
    private final Runnable ending = ViewBindings.begin();
    private final TrainScreen trainRoom;
    private final StackPane place = new StackPane();
    private @Nullable ExploreScreen exploreRoom;
    private String exploreArrangement = "";
    private final HelpOverlay help;

    /**
     * @param scene takes the view as its root
     */
    public MainView(WindowViewModel model, WindowTheme theme, Scene scene) {
        trainRoom = new TrainScreen(model);
        put(AppScreen.TRAIN, trainRoom, model.navigation());
        ViewBindings.of(model.navigation().shownProperty(), (property, old, now) -> buildRoom(now, model));
        buildRoom(model.navigation().shownProperty().get(), model);
        BorderPane frame = new BorderPane(place);
        help = new HelpOverlay(model, scene, root, frame, trainRoom);
        MainActions actions = new MainActions(model, theme, help, scene);
        frame.setTop(new HeaderBar(model, theme, actions));
        StatusStrip strip = new StatusStrip(model);
        PresentationMode.hide(strip, model.presentation(), PresentationViewModel.Pane.STATUS);
        frame.setBottom(strip);
        root.getStyleClass().add("ganvas");
        ProblemBanner banner = new ProblemBanner(model);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane.setMargin(banner, new Insets(BELOW_HEADER, 24, 24, 24));
        RecoveryLayer recovery = new RecoveryLayer(model.projects().recovery());
        frame.disableProperty().bind(recovery.visibleProperty());
        Region ground = CardFactory.styled(new Region(), "ganvas-ground");
        ground.setMouseTransparent(true);
        root.getChildren()
                .addAll(ground, new FocusScrollPane(frame, scene), new ToastLayer(model.notices()), banner, recovery);
        scene.setRoot(root);
        KeyFilters.install(scene, () -> toggle(model));
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        FileDropHandler.install(
                scene,
                model.train().runSetup()::openFolder,
                model.projects().project()::open,
                model.train().importExport()::importModel);
    }

    /** All rooms lie in one place, of which one is seen. */
    private void put(AppScreen room, Node node, NavigationViewModel rooms) {
        node.visibleProperty().bind(rooms.shownProperty().isEqualTo(room));
        node.managedProperty().bind(node.visibleProperty());
        place.getChildren().add(node);
    }

    /** The room that not everybody enters is built when somebody does: the window is there sooner. */
    private void buildRoom(AppScreen room, WindowViewModel model) {
        if (room == AppScreen.EXPLORE && exploreRoom == null) {
            ExploreScreen built = new ExploreScreen(model);
            built.arrange(exploreArrangement);
            put(AppScreen.EXPLORE, built, model.navigation());
            exploreRoom = built;
        }
    }

    /** Not behind an offer: what would be trained there is replaced a moment later. */
    private static void toggle(WindowViewModel model) {
        if (model.projects().recovery().offerProperty().get() == null) {
            model.train().run().toggle();
        }
    }

    /** The page a person sees first. */
    public void welcome() {
        help.welcome();
    }

    /** Puts the panes as they were left; as is usual where the text says nothing. */
    public void arrange(String arrangement) {
        String[] parts = arrangement.split(BETWEEN_ROOMS, -1);
        trainRoom.restoreDividers(parts[0]);
        exploreArrangement = parts.length > 1 ? parts[1] : "";
        if (exploreRoom != null) {
            exploreRoom.arrange(exploreArrangement);
        }
    }

    /** How the panes stand, for the next start. */
    public String arrangement() {
        return trainRoom.dividers()
                + BETWEEN_ROOMS
                + (exploreRoom == null ? exploreArrangement : exploreRoom.arrangement());
    }

    /** Lets go of what would otherwise outlive the window. */
    public void dispose() {
        ending.run();
        trainRoom.dispose();
    }
}
