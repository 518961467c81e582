package org.ganvas.view.explore;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.film.FilmPane;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.layout.PaneExtent;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.layout.ScreenPane;
import org.ganvas.view.layout.ScreenPane.Place;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreModels;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The Explore screen: sliders of the current latent, its preview with the film below, tools. FX thread. */
public final class ExploreScreen implements ScreenContent {

    private static final double MIN_MIDDLE = 364;

    private final ResponsivePanes panes;

    public ExploreScreen(WindowViewModel shell) {
        ExploreViewModel model = shell.explore();
        ExploreModels models = model.models();
        LatentSlidersPane sliders = new LatentSlidersPane(
                models.sliders(),
                models.sliderList(),
                models.directions(),
                model.actions()::renameDirection,
                shell.undo()::undo);
        PreviewPane preview = new PreviewPane(
                model,
                models,
                new PreviewScatter(model, models.source(), shell.train().points()));
        VBox.setVgrow(preview, Priority.ALWAYS);
        ToolPane tools = toolPane(model, shell);
        Label reason = reason(model);
        VBox middle = new VBox(8, new GeneratorSourceBar(models.source()), reason, preview);
        for (Node part : List.of(preview, sliders, tools)) {
            part.disableProperty().bind(reason.visibleProperty());
        }
        panes = new ResponsivePanes(
                List.of(
                        pane(
                                shell,
                                "preview",
                                Feather.IMAGE,
                                middle,
                                Place.CENTRE,
                                PaneExtent.growing(MIN_MIDDLE),
                                PaneExtent.growing(190)),
                        pane(
                                shell,
                                "sliders",
                                Feather.SLIDERS,
                                sliders,
                                Place.START,
                                new PaneExtent(268, 0.24, 460),
                                PaneExtent.growing(180)),
                        pane(
                                shell,
                                "tools",
                                Feather.TOOL,
                                tools,
                                Place.END,
                                new PaneExtent(300, 0.3, 520),
                                PaneExtent.growing(180)),
                        pane(
                                shell,
                                "film",
                                Feather.FILM,
                                film(shell),
                                Place.CENTRE,
                                PaneExtent.growing(MIN_MIDDLE),
                                PaneExtent.natural(240))),
                shell.presentation().onProperty());
        panes.setId("exploreScreen");
        ViewBindings.listen(model.toolProperty(), (property, old, now) -> panes.reveal("tools"));
    }

    private static ToolPane toolPane(ExploreViewModel model, WindowViewModel shell) {
        return new ToolPane(
                model.toolProperty(),
                tools(model, shell),
                Map.of(
                        Tool.STYLES, model.models().mixing().availableProperty(),
                        Tool.ANOMALY, model.models().anomaly().availableProperty()));
    }

    private static Label reason(ExploreViewModel model) {
        Label reason = CardFactory.styled(new Label(), "prose");
        reason.setId("exploreReason");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.textProperty().bind(model.reasonProperty());
        reason.visibleProperty().bind(model.reasonProperty().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        return reason;
    }

    private static ScreenPane pane(
            WindowViewModel shell,
            String key,
            Feather icon,
            Region node,
            Place place,
            PaneExtent width,
            PaneExtent height) {
        return new ScreenPane(
                key,
                Messages.text("pane." + key),
                icon,
                node,
                place,
                width,
                height,
                shell.presentation().alwaysProperty());
    }

    private static TitledPane film(WindowViewModel shell) {
        FilmPane filmPane = new FilmPane(
                shell.film(),
                shell.filmExport(),
                shell.explore().imageFiles(),
                shell.explore().models().mixing().availableProperty());
        ImageMenu.install(
                filmPane.image(),
                shell.film().imageProperty()::get,
                shell.explore().imageFiles());
        TitledPane film = new TitledPane(Messages.text("film.title"), filmPane);
        film.setId("filmFold");
        film.getStyleClass().add("card-fold");
        film.setAccessibleText(Messages.text("film.title"));
        film.setExpanded(false);
        film.setMinHeight(Region.USE_PREF_SIZE);
        return film;
    }

    private static Map<Tool, Region> tools(ExploreViewModel model, WindowViewModel shell) {
        ExploreModels models = model.models();
        Map<Tool, Region> tools = new EnumMap<>(Tool.class);
        tools.put(Tool.SLICE, new LatentSliceTool(model));
        tools.put(
                Tool.INTERPOLATION,
                new InterpolationTool(
                        models.interpolation(),
                        models.slots(),
                        models.arithmetic(),
                        model.actions(),
                        model.imageFiles(),
                        models.mixing().availableProperty()));
        tools.put(
                Tool.INVERSION,
                new InversionTool(
                        model,
                        models.drawingBoard(),
                        models.inversion(),
                        models.sliders(),
                        shell.train().samples()));
        tools.put(Tool.STYLES, new StyleMixingTool(model));
        tools.put(Tool.ANOMALY, new AnomalyTool(model));
        tools.put(Tool.FAVOURITES, new FavouritesTool(models.favourites(), model.actions(), model.imageFiles()));
        return tools;
    }

    @Override
    public ResponsivePanes panes() {
        return panes;
    }
}
