package org.ganvas.view.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.SplitPanes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.inspect.InspectionDrawer;
import org.ganvas.view.inspect.InspectionToggles;
import org.ganvas.view.latent.LatentPane;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel.Pane;

/** The room where training happens. Widths come from the sides; the pictures take what is left. FX thread. */
public final class TrainScreen extends SplitPane {

    private static final double LEFT_SHARE = 0.172;
    private static final double RIGHT_SHARE = 0.22;
    private static final double LEAST_HEIGHT = 480;
    private static final Predicate<String> NUMBER = Pattern.compile("0\\.\\d+").asMatchPredicate();

    private final ChartsPane charts;
    private final SplitPane middle;

    public TrainScreen(WindowViewModel model) {
        charts = new ChartsPane(model.curves(), model.chartExports());
        TextScaling.scaleMinWidth(charts, 248);
        charts.setPrefWidth(348);
        middle = new SplitPane(
                pictures(model), new InspectionDrawer(new LatentPane(model.latent(), model.plane()), model.inside()));
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.66);
        TextScaling.scaleMinWidth(middle, 484);
        TextScaling.scaleMinHeight(this, LEAST_HEIGHT);
        SplitPane.setResizableWithParent(middle.getItems().get(1), false);
        ScrollPane left = left(model);
        VBox right = new VBox(12, charts);
        right.getChildren().add(new DoctorCard(model.doctor()).within(right));
        VBox.setVgrow(charts, Priority.ALWAYS);
        TextScaling.scaleMinWidth(right, 248);
        getItems().addAll(left, middle, right);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        getStyleClass().add("train-room");
        setId("trainRoom");
        middle.setId("trainMiddle");
        PresentationViewModel lesson = model.classMode();
        SplitPanes.show(middle, middle.getItems().get(1), lesson.shownProperty(Pane.LATENT));
        SplitPanes.show(this, left, anyLeft(lesson));
        SplitPanes.show(this, right, lesson.shownProperty(Pane.CHARTS));
    }

    private static ScrollPane left(WindowViewModel model) {
        VBox cards = new VBox(
                12,
                hidden(new DatasetCard(model.recipe(), model.downloads()), model, Pane.DATA),
                hidden(new PresetCard(model.recipe()), model, Pane.PRESET),
                new TrainingSettingsCard(model.recipe(), model.settings(), model.classMode()),
                hidden(new LiveTuningCard(model.balance()), model, Pane.TRAINING),
                hidden(new StopRuleCard(model.stop()), model, Pane.TRAINING));
        cards.getStyleClass().add("left-cards");
        cards.setId("leftCards");
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(cards));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        TextScaling.scaleMinWidth(scroll, 232);
        scroll.setPrefWidth(272);
        return scroll;
    }

    private static <N extends Node> N hidden(N node, WindowViewModel model, Pane pane) {
        node.visibleProperty().bind(model.classMode().shownProperty(pane));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static BooleanBinding anyLeft(PresentationViewModel lesson) {
        return lesson.shownProperty(Pane.DATA)
                .or(lesson.shownProperty(Pane.PRESET))
                .or(lesson.shownProperty(Pane.TRAINING))
                .or(lesson.shownProperty(Pane.DRAWING));
    }

    private static StackPane pictures(WindowViewModel model) {
        SamplePairPane pair = new SamplePairPane(model.pictures(), model);
        Label waiting = CardFactory.styled(new Label(Messages.text("samples.waiting")), "prose");
        waiting.visibleProperty()
                .bind(model.pictures()
                        .generatedProperty()
                        .isNull()
                        .and(model.plane().generatedProperty().isNull()));
        PointsPane plane = new PointsPane(model.plane(), model.latent());
        plane.visibleProperty().bind(model.plane().generatedProperty().isNotNull());
        pair.visibleProperty().bind(model.plane().shownProperty().not());
        StackPane content = new StackPane(pair, plane);
        VBox card = new VBox(4, content, new TimelinePane(model.timeline()));
        VBox.setVgrow(content, Priority.ALWAYS);
        card.getStyleClass().addAll("ganvas-card", "pictures-card");
        InspectionToggles toggles = new InspectionToggles(model.inside());
        StackPane.setAlignment(toggles, Pos.TOP_RIGHT);
        StackPane stack = new StackPane(card, toggles, waiting, new LoadingOverlay(model.run()));
        stack.setMinHeight(160);
        return stack;
    }

    /** Puts the dividers where they were; where the text says nothing, by the window's size. */
    public void arrange(String arrangement) {
        List<Double> places = Arrays.stream(arrangement.split(" "))
                .filter(NUMBER)
                .map(Double::valueOf)
                .toList();
        once(widthProperty(), () -> {
            double left = places.size() == 3
                    ? places.get(0)
                    : within(LEFT_SHARE * getWidth(), TextScaling.of(232), TextScaling.of(320)) / getWidth();
            double right = places.size() == 3
                    ? places.get(1)
                    : 1 - within(RIGHT_SHARE * getWidth(), TextScaling.of(256), TextScaling.of(560)) / getWidth();
            setDividerPositions(left, right);
        });
        once(
                middle.heightProperty(),
                () -> middle.setDividerPositions(
                        places.size() == 3
                                ? places.get(2)
                                : 1
                                        - within(0.325 * middle.getHeight(), TextScaling.of(212), TextScaling.of(380))
                                                / middle.getHeight()));
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static void once(ReadOnlyDoubleProperty size, Runnable work) {
        size.addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number old, Number now) {
                if (now.doubleValue() > 0) {
                    size.removeListener(this);
                    work.run();
                }
            }
        });
    }

    /** Where the dividers stand, for {@link #arrange}. */
    public String arrangement() {
        double[] sides = getDividerPositions();
        boolean whole = sides.length == 2 && middle.getItems().size() == 2;
        if (!whole) {
            // In front of a class some panes are away: what is remembered is the usual arrangement.
            return "";
        }
        return String.format(Locale.ROOT, "%.4f %.4f %.4f", sides[0], sides[1], middle.getDividerPositions()[0]);
    }

    /** Lets go of what would otherwise outlive the window. */
    public void dispose() {
        charts.dispose();
    }
}
