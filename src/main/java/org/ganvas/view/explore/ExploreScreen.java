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
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;

/** The room where latent space is explored: dials, the big picture, tools. FX thread. */
public final class ExploreScreen extends SplitPane {

    private static final double LEFT_SHARE = 0.24;
    private static final double RIGHT_SHARE = 0.25;
    private static final double LEAST_SIDE = 268;
    private static final double LEAST_TOOLS = 300;
    private static final double LEAST_MIDDLE = 364;
    private static final double LEAST_HEIGHT = 480;
    private static final double MOST_SIDE = 460;
    private static final Predicate<String> NUMBER = Pattern.compile("0\\.\\d+").asMatchPredicate();

    public ExploreScreen(WindowViewModel shell) {
        setId("exploreRoom");
        getStyleClass().add("train-room");
        Map<Tool, Region> tools = new EnumMap<>(Tool.class);
        tools.put(Tool.PLANE, new LatentSliceTool(shell.explore()));
        tools.put(Tool.BETWEEN, new InterpolationTool(shell.explore()));
        tools.put(Tool.FIND, new InversionTool(shell.explore(), shell.pictures(), shell.rooms()));
        tools.put(Tool.KEPT, new FavouritesTool(shell.explore()));
        LatentSlidersPane dials = new LatentSlidersPane(shell.explore(), shell.undo()::undo);
        PreviewPane stage = new PreviewPane(shell.explore(), shell.plane());
        VBox.setVgrow(stage, Priority.ALWAYS);
        TitledPane film = new TitledPane(Messages.text("film.title"), new FilmPane(shell.film(), shell.filmExport()));
        film.setId("filmFold");
        film.getStyleClass().add("card-fold");
        film.setAccessibleText(Messages.text("film.title"));
        film.setExpanded(false);
        film.setMinHeight(Region.USE_PREF_SIZE);
        VBox middle = new VBox(8, new GeneratorSourceBar(shell.explore().parts().source()), stage, film);
        TextScaling.scaleMinWidth(middle, LEAST_MIDDLE);
        TextScaling.scaleMinHeight(this, LEAST_HEIGHT);
        ToolPane side = new ToolPane(shell.explore(), tools);
        TextScaling.scaleMinWidth(dials, LEAST_SIDE);
        TextScaling.scaleMinWidth(side, LEAST_TOOLS);
        getItems().addAll(dials, middle, side);
        SplitPane.setResizableWithParent(dials, false);
        SplitPane.setResizableWithParent(side, false);
    }

    /** Puts the dividers where they were; where the text says nothing, by the window's size. */
    public void arrange(String arrangement) {
        List<Double> places = Arrays.stream(arrangement.split(" "))
                .filter(NUMBER)
                .map(Double::valueOf)
                .toList();
        widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number old, Number now) {
                if (now.doubleValue() > 0) {
                    widthProperty().removeListener(this);
                    place(places, now.doubleValue());
                }
            }
        });
    }

    private void place(List<Double> places, double width) {
        if (places.size() == 2) {
            setDividerPositions(places.get(0), places.get(1));
        } else {
            setDividerPositions(
                    within(LEFT_SHARE * width, TextScaling.of(LEAST_SIDE)) / width,
                    1 - within(RIGHT_SHARE * width, TextScaling.of(LEAST_TOOLS)) / width);
        }
    }

    private static double within(double value, double least) {
        return Math.max(least, Math.min(TextScaling.of(MOST_SIDE), value));
    }

    /** Where the dividers stand, for {@link #arrange}. */
    public String arrangement() {
        double[] sides = getDividerPositions();
        return String.format(Locale.ROOT, "%.4f %.4f", sides[0], sides[1]);
    }
}
