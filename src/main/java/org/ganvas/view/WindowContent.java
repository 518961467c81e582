package org.ganvas.view;

import javafx.beans.binding.IntegerBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ganvas.view.fx.MotionPreference;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.WindowViewModel;

/**
 * What the window shows, built anew where another language is chosen: over the same view models, so that nothing that
 * runs is disturbed, with the panes and the focus where they were. FX thread.
 */
public final class WindowContent {

    private final WindowViewModel model;
    private final WindowTheme theme;
    private final Scene scene;
    private final IntegerBinding textSize;
    private MainView view;

    /**
     * @param scene takes the content as its root
     */
    public WindowContent(WindowViewModel model, WindowTheme theme, Stage stage, Scene scene) {
        this.model = model;
        this.theme = theme;
        this.scene = scene;
        textSize = model.presentation().textSizeProperty();
        TextScaling.follow(textSize, theme);
        PresentationMode.follow(model.presentation(), stage);
        MotionPreference.follow(model.display().reducedMotionProperty());
        view = new MainView(model, theme, scene);
        model.display().language().languageProperty().addListener((property, old, now) -> buildAnew());
    }

    private void buildAnew() {
        String panes = view.arrangement();
        Node focus = scene.getFocusOwner();
        String id = focus == null ? null : focus.getId();
        view.dispose();
        model.relocalize();
        view = new MainView(model, theme, scene);
        view.arrange(panes);
        // What a scroll pane holds is part of the scene once it has its skin.
        scene.getRoot().applyCss();
        Node again = id == null ? null : scene.lookup("#" + id);
        if (again != null) {
            again.requestFocus();
        }
    }

    /** The page a person sees first. */
    public void welcome() {
        view.welcome();
    }

    /** Puts the panes as they were left; as is usual where the text says nothing. */
    public void arrange(String arrangement) {
        view.arrange(arrangement);
    }

    /** How the panes stand, for the next start. */
    public String arrangement() {
        return view.arrangement();
    }

    /** Lets go of what would otherwise outlive the window. */
    public void dispose() {
        view.dispose();
    }
}
