package org.ganvas.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.control.KeyFilters;
import org.ganvas.view.dream.DreamScreen;
import org.ganvas.view.drop.DropOverlay;
import org.ganvas.view.explore.ExploreScreen;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.help.HelpOverlay;
import org.ganvas.view.lab.LabScreen;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.view.train.TrainScreen;
import org.ganvas.view.translate.TranslateScreen;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.PresentationViewModel;

/** Content of the window: header, the screens, status strip, and the layers over them. FX thread. */
public final class MainView {

    private static final String SCREEN_SEPARATOR = ";";

    private final StackPane root = new StackPane();
    private final Runnable removeListeners = ViewBindings.begin();
    private final StackPane screens = new StackPane();
    private final WindowViewModel model;
    private final Map<AppScreen, ScreenContent> built = new EnumMap<>(AppScreen.class);
    private final Map<AppScreen, String> sizes = new EnumMap<>(AppScreen.class);
    private final HelpOverlay help;

    /**
     * @param scene takes the view as its root
     * @param prompts layer that outlives this view, with the prompts that are open
     */
    public MainView(WindowViewModel model, WindowTheme theme, Scene scene, PromptLayer prompts) {
        this.model = model;
        screens.setMinSize(0, 0);
        ViewBindings.listen(model.navigation().shownProperty(), (property, old, now) -> screen(now));
        theme.beforeRestyling(this::detachHidden);
        ScreenContent train = screen(AppScreen.TRAIN);
        screen(model.navigation().shownProperty().get());
        BorderPane frame = new BorderPane(screens);
        frame.setMinSize(0, 0);
        help = new HelpOverlay(model, scene, root, frame, screens, train.panes());
        MainActions actions = new MainActions(model, theme, help, scene);
        HeaderBar header = new HeaderBar(model, theme, ScreenSwitcher.of(model), actions.menuItems());
        frame.setTop(new VBox(header, new ProblemBanner(model, scene)));
        StatusStrip strip = new StatusStrip(model);
        PresentationMode.hide(strip, model.presentation(), PresentationViewModel.Pane.STATUS);
        frame.setBottom(new StackPane(strip, new ToastBar(model.notices(), model.savedFile())));
        root.getStyleClass().add("ganvas");
        RecoveryLayer recovery = new RecoveryLayer(model.projects().recovery());
        frame.disableProperty().bind(recovery.visibleProperty());
        DisabledReasons.set(frame, "recovery");
        Region ground = CardFactory.styled(new Region(), "ganvas-ground");
        ground.setMouseTransparent(true);
        root.getChildren().addAll(ground, frame, recovery, prompts, new DropOverlay(scene));
        scene.setRoot(root);
        PresentationMode.leaveByEscape(model.presentation(), scene);
        KeyFilters.install(scene, () -> toggle(model), prompts.openProperty()::get);
        // Otherwise the first drop-down list would have the focus, and arrow keys would change the data.
        root.requestFocus();
        WindowDrop.install(root, model, () -> prompts.openProperty().get() || recovery.isVisible());
    }

    /** Content of a screen, built when the screen is first opened, so that the window appears sooner. */
    private ScreenContent screen(AppScreen screen) {
        ScreenContent known = built.get(screen);
        if (known != null) {
            attach(known.panes());
            return known;
        }
        ScreenContent content = switch (screen) {
            case TRAIN -> new TrainScreen(model);
            case EXPLORE -> new ExploreScreen(model);
            case LAB -> new LabScreen(model);
            case TRANSLATE -> new TranslateScreen(model);
            case DREAM -> new DreamScreen(model);
        };
        ResponsivePanes panes = content.panes();
        panes.restoreSizes(sizes.getOrDefault(screen, ""));
        panes.visibleProperty().bind(model.navigation().shownProperty().isEqualTo(screen));
        panes.managedProperty().bind(panes.visibleProperty());
        attach(panes);
        built.put(screen, content);
        return content;
    }

    private void attach(ResponsivePanes panes) {
        if (panes.getParent() == null) {
            screens.getChildren().add(panes);
        }
    }

    /** Leaves the screens that are not shown without style until they are: each takes as long to style as the shown one. */
    private void detachHidden() {
        screens.getChildren().removeIf(screen -> !screen.isVisible());
    }

    /**
     * Starts or pauses what is seen to play: slow motion in the Lab, or else training. Ignored while a recovery offer is open,
     * which may replace the run.
     */
    private static void toggle(WindowViewModel model) {
        boolean inLab = model.navigation().shownProperty().get() == AppScreen.LAB;
        if (model.projects().recovery().offerProperty().get() != null) {
            return;
        }
        if (inLab && model.lab().slowMotion().openProperty().get()) {
            model.lab().slowMotion().togglePlaying();
        } else {
            model.train().run().toggle();
        }
    }

    /** Opens the welcome page. */
    public void welcome() {
        help.welcome();
    }

    /** Restores the sizes of the panes from {@link #arrangement}; default sizes where the text has none. */
    public void arrange(String arrangement) {
        String[] parts = arrangement.split(SCREEN_SEPARATOR, -1);
        for (AppScreen screen : AppScreen.values()) {
            String text = screen.ordinal() < parts.length ? parts[screen.ordinal()] : "";
            sizes.put(screen, text);
            ScreenContent content = built.get(screen);
            if (content != null) {
                content.panes().restoreSizes(text);
            }
        }
    }

    /** Sizes of the panes of all screens, as text for the next start. */
    public String arrangement() {
        return Arrays.stream(AppScreen.values())
                .map(screen -> {
                    ScreenContent content = built.get(screen);
                    return content == null
                            ? sizes.getOrDefault(screen, "")
                            : content.panes().sizes();
                })
                .collect(Collectors.joining(SCREEN_SEPARATOR));
    }

    /** Removes the listeners on the view models, which outlive this content. */
    public void dispose() {
        removeListeners.run();
        built.values().forEach(ScreenContent::dispose);
    }
}
