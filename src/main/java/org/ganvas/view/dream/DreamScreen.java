package org.ganvas.view.dream;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.layout.PaneExtent;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.layout.ScreenPane;
import org.ganvas.view.layout.ScreenPane.Place;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The Dream screen: the features and their maps, the image, the goal and its settings. FX thread. */
public final class DreamScreen implements ScreenContent {

    private static final double MIN_MIDDLE = 364;

    private final ResponsivePanes panes;

    public DreamScreen(WindowViewModel shell) {
        DreamViewModel model = shell.dream();
        DreamFeaturesPane features = new DreamFeaturesPane(model);
        AwaitedClassifierProgress progress =
                new AwaitedClassifierProgress(model, features.sceneProperty().isNull());
        DreamImagePane image = new DreamImagePane(model, shell.explore().imageFiles(), progress);
        ScrollPane settings = ScrollPanes.withoutCache(new ScrollPane(new DreamSettingsPane(model)));
        settings.setFitToWidth(true);
        settings.setFitToHeight(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.getStyleClass().add("left-pane");
        panes = new ResponsivePanes(
                List.of(
                        pane(shell, "dreamImage", Messages.text("pane.dreamImage"), Feather.IMAGE, image, Place.CENTRE),
                        pane(
                                shell,
                                "dreamFeatures",
                                Messages.text("pane.dreamFeatures"),
                                Feather.LAYERS,
                                features,
                                Place.START),
                        pane(
                                shell,
                                "dreamSettings",
                                Messages.text("pane.dreamSettings"),
                                Feather.SLIDERS,
                                settings,
                                Place.END)),
                shell.presentation().onProperty());
        panes.setId("dreamScreen");
    }

    private static ScreenPane pane(
            WindowViewModel shell, String key, String title, Feather icon, Region node, Place place) {
        PaneExtent width = place == Place.CENTRE ? PaneExtent.growing(MIN_MIDDLE) : new PaneExtent(280, 0.25, 460);
        return new ScreenPane(
                key,
                title,
                icon,
                node,
                place,
                width,
                PaneExtent.growing(place == Place.CENTRE ? 260 : 200),
                shell.presentation().alwaysProperty());
    }

    @Override
    public ResponsivePanes panes() {
        return panes;
    }
}
