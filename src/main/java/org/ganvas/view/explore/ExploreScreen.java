package org.ganvas.view.explore;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.film.FilmPane;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreModels;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;

/** The Explore screen: sliders of the current latent, its preview, tools. FX thread. */
public final class ExploreScreen extends SplitPane {

    private static final double LEFT_SHARE = 0.24;
    private static final double RIGHT_SHARE = 0.25;
    private static final double MIN_SIDE = 268;
    private static final double MIN_TOOLS = 300;
    private static final double MIN_MIDDLE = 364;
    private static final double MIN_HEIGHT = 480;
    private static final double MAX_SIDE = 460;
    private static final Predicate<String> NUMBER = Pattern.compile("0\\.\\d+").asMatchPredicate();

    public ExploreScreen(WindowViewModel shell) {
        setId("exploreScreen");
        getStyleClass().add("app-screen");
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
        FilmPane filmPane = new FilmPane(shell.film(), shell.filmExport());
        ImageMenu.install(filmPane.image(), shell.film().imageProperty()::get, model.imageFiles());
        TitledPane film = new TitledPane(Messages.text("film.title"), filmPane);
        film.setId("filmFold");
        film.getStyleClass().add("card-fold");
        film.setAccessibleText(Messages.text("film.title"));
        film.setExpanded(false);
        film.setMinHeight(Region.USE_PREF_SIZE);
        VBox middle = new VBox(8, new GeneratorSourceBar(models.source()), preview, film);
        TextScaling.scaleMinWidth(middle, MIN_MIDDLE);
        TextScaling.scaleMinHeight(this, MIN_HEIGHT);
        ToolPane side = new ToolPane(model.toolProperty(), tools(model, shell));
        TextScaling.scaleMinWidth(sliders, MIN_SIDE);
        TextScaling.scaleMinWidth(side, MIN_TOOLS);
        getItems().addAll(sliders, middle, side);
        SplitPane.setResizableWithParent(sliders, false);
        SplitPane.setResizableWithParent(side, false);
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
                        model.imageFiles()));
        tools.put(
                Tool.INVERSION,
                new InversionTool(
                        model,
                        models.drawingBoard(),
                        models.inversion(),
                        models.sliders(),
                        shell.train().samples()));
        tools.put(Tool.FAVOURITES, new FavouritesTool(models.favourites(), model.actions()));
        return tools;
    }

    /** Restores divider positions from {@link #arrangement}; without any they follow the window's size. */
    public void arrange(String arrangement) {
        List<Double> positions = Arrays.stream(arrangement.split(" "))
                .filter(NUMBER)
                .map(Double::valueOf)
                .toList();
        widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number old, Number now) {
                if (now.doubleValue() > 0) {
                    widthProperty().removeListener(this);
                    setDividers(positions, now.doubleValue());
                }
            }
        });
    }

    private void setDividers(List<Double> positions, double width) {
        if (positions.size() == 2) {
            setDividerPositions(positions.get(0), positions.get(1));
        } else {
            setDividerPositions(
                    within(LEFT_SHARE * width, TextScaling.of(MIN_SIDE)) / width,
                    1 - within(RIGHT_SHARE * width, TextScaling.of(MIN_TOOLS)) / width);
        }
    }

    private static double within(double value, double min) {
        return Math.max(min, Math.min(TextScaling.of(MAX_SIDE), value));
    }

    /** The divider positions as text, for {@link #arrange}. */
    public String arrangement() {
        double[] sides = getDividerPositions();
        return String.format(Locale.ROOT, "%.4f %.4f", sides[0], sides[1]);
    }
}
