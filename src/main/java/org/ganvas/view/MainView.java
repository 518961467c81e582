package org.ganvas.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.explore.ExploreScreen;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.KeyFilters;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.help.HelpOverlay;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.view.train.TrainScreen;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.jspecify.annotations.Nullable;

/** Content of the window: header, the two screens, status strip, and the layers over them. FX thread. */
public final class MainView {

    private static final String SCREEN_SEPARATOR = ";";

    private final StackPane root = new StackPane();
    private final Runnable removeListeners = ViewBindings.begin();
    private final TrainScreen trainScreen;
    private final StackPane screens = new StackPane();
    private @Nullable ExploreScreen exploreScreen;
    private String exploreArrangement = "";
    private final HelpOverlay help;

    /**
     * @param scene takes the view as its root
     * @param prompts layer that outlives this view, with the prompts that are open
     */
    public MainView(WindowViewModel model, WindowTheme theme, Scene scene, PromptLayer prompts) {
        trainScreen = new TrainScreen(model);
        addScreen(AppScreen.TRAIN, trainScreen, model.navigation());
        ViewBindings.listen(model.navigation().shownProperty(), (property, old, now) -> buildScreen(now, model));
        buildScreen(model.navigation().shownProperty().get(), model);
        BorderPane frame = new BorderPane(screens);
        help = new HelpOverlay(model, scene, root, frame, trainScreen);
        MainActions actions = new MainActions(model, theme, help, scene);
        frame.setTop(new VBox(new HeaderBar(model, theme, actions), new ProblemBanner(model, scene)));
        StatusStrip strip = new StatusStrip(model);
        PresentationMode.hide(strip, model.presentation(), PresentationViewModel.Pane.STATUS);
        frame.setBottom(new StackPane(strip, new ToastBar(model.notices(), model.savedFile())));
        root.getStyleClass().add("ganvas");
        RecoveryLayer recovery = new RecoveryLayer(model.projects().recovery());
        frame.disableProperty().bind(recovery.visibleProperty());
        Region ground = CardFactory.styled(new Region(), "ganvas-ground");
        ground.setMouseTransparent(true);
        root.getChildren()
                .addAll(ground, new FocusScrollPane(frame, scene), recovery, prompts);
        scene.setRoot(root);
        KeyFilters.install(scene, () -> toggle(model), prompts.openProperty()::get);
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        FileDropHandler.install(
                scene,
                model.train().runSetup()::openFolder,
                model.projects().project()::open,
                model.train().importExport()::importModel);
    }

    /** Adds a screen to the stack, visible while it is the selected one. */
    private void addScreen(AppScreen screen, Node node, NavigationViewModel navigation) {
        node.visibleProperty().bind(navigation.shownProperty().isEqualTo(screen));
        node.managedProperty().bind(node.visibleProperty());
        screens.getChildren().add(node);
    }

    /** Builds the Explore screen when it is first opened, so that the window appears sooner. */
    private void buildScreen(AppScreen screen, WindowViewModel model) {
        if (screen == AppScreen.EXPLORE && exploreScreen == null) {
            ExploreScreen built = new ExploreScreen(model);
            built.arrange(exploreArrangement);
            addScreen(AppScreen.EXPLORE, built, model.navigation());
            exploreScreen = built;
        }
    }

    /** Starts or pauses training; ignored while a recovery offer is open, which may replace the run. */
    private static void toggle(WindowViewModel model) {
        if (model.projects().recovery().offerProperty().get() == null) {
            model.train().run().toggle();
        }
    }

    /** Opens the welcome page. */
    public void welcome() {
        help.welcome();
    }

    /** Restores the divider positions; default positions where the text has none. */
    public void arrange(String arrangement) {
        String[] parts = arrangement.split(SCREEN_SEPARATOR, -1);
        trainScreen.restoreDividers(parts[0]);
        exploreArrangement = parts.length > 1 ? parts[1] : "";
        if (exploreScreen != null) {
            exploreScreen.arrange(exploreArrangement);
        }
    }

    /** Divider positions of both screens, as text for the next start. */
    public String arrangement() {
        return trainScreen.dividers()
                + SCREEN_SEPARATOR
                + (exploreScreen == null ? exploreArrangement : exploreScreen.arrangement());
    }

    /** Removes the listeners on the view models, which outlive this content. */
    public void dispose() {
        removeListeners.run();
        trainScreen.dispose();
    }
}
