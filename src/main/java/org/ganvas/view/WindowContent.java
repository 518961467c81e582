package org.ganvas.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.MotionPreference;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.paint.ImageSmoothing;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.WindowViewModel;

/**
 * Content of the window, rebuilt when the language changes: over the same view models, so that a run is not disturbed,
 * with the dividers and the focus where they were. FX thread.
 */
public final class WindowContent {

    private final WindowViewModel model;
    private final WindowTheme theme;
    private final Scene scene;
    private final PromptLayer prompts = new PromptLayer();
    private final Runnable fullScreen;
    private MainView view;

    /**
     * @param scene takes the content as its root
     */
    public WindowContent(WindowViewModel model, WindowTheme theme, Stage stage, Scene scene) {
        this.model = model;
        this.theme = theme;
        this.scene = scene;
        DisabledReasons.install(scene);
        SliderTrackGuard.install(scene);
        TextScaling.bind(model.presentation().textSizeProperty(), theme);
        fullScreen = PresentationMode.bindFullScreen(model.presentation(), stage);
        MotionPreference.bind(model.display().reducedMotionProperty());
        ImageSmoothing.bind(model.display().smoothImagesProperty());
        view = new MainView(model, theme, scene, prompts);
        model.display().language().languageProperty().addListener((property, old, now) -> rebuild());
    }

    private void rebuild() {
        String dividers = view.arrangement();
        Node focus = scene.getFocusOwner();
        String id = focus == null ? null : focus.getId();
        view.dispose();
        model.relocalize();
        view = new MainView(model, theme, scene, prompts);
        view.arrange(dividers);
        // The content of a scroll pane joins the scene when the skin is created.
        scene.getRoot().applyCss();
        Node newFocus = id == null ? null : scene.lookup("#" + id);
        if (newFocus != null) {
            newFocus.requestFocus();
        }
    }

    /** Opens the welcome page. */
    public void welcome() {
        view.welcome();
    }

    /** Restores the divider positions; default positions where the text has none. */
    public void arrange(String arrangement) {
        view.arrange(arrangement);
    }

    /** Divider positions of both screens, as text for the next start. */
    public String arrangement() {
        return view.arrangement();
    }

    /** Removes the listeners on the view models and the stage, which outlive this content. */
    public void dispose() {
        fullScreen.run();
        view.dispose();
    }
}
