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
import org.ganvas.view.explore.ImageMenu;
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

/** Train screen. The side panes have preferred widths; the samples take the rest. FX thread. */
public final class TrainScreen extends SplitPane {

    private static final double LEFT_SHARE = 0.172;
    private static final double RIGHT_SHARE = 0.22;
    private static final double LEAST_HEIGHT = 480;
    private static final Predicate<String> NUMBER = Pattern.compile("0\\.\\d+").asMatchPredicate();

    private final ChartsPane charts;
    private final SplitPane middle;

    public TrainScreen(WindowViewModel model) {
        charts = new ChartsPane(model.train().curves(), model.train().chartExport());
        TextScaling.scaleMinWidth(charts, 248);
        charts.setPrefWidth(348);
        LatentPane latent = new LatentPane(model.train().latent(), model.train().points());
        ImageMenu.install(
                latent.image(),
                model.train().latent().imageProperty()::get,
                model.explore().imageFiles());
        middle = new SplitPane(
                samples(model), new InspectionDrawer(latent, model.train().inspection()));
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.66);
        TextScaling.scaleMinWidth(middle, 484);
        TextScaling.scaleMinHeight(this, LEAST_HEIGHT);
        SplitPane.setResizableWithParent(middle.getItems().get(1), false);
        ScrollPane left = left(model);
        VBox right = new VBox(12, charts);
        right.getChildren().add(new DoctorCard(model.train().doctor()).within(right));
        VBox.setVgrow(charts, Priority.ALWAYS);
        TextScaling.scaleMinWidth(right, 248);
        getItems().addAll(left, middle, right);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        getStyleClass().add("app-screen");
        setId("trainScreen");
        middle.setId("trainMiddle");
        PresentationViewModel presentation = model.presentation();
        SplitPanes.show(middle, middle.getItems().get(1), presentation.shownProperty(Pane.LATENT));
        SplitPanes.show(this, left, anyLeft(presentation));
        SplitPanes.show(this, right, presentation.shownProperty(Pane.CHARTS));
    }

    private static ScrollPane left(WindowViewModel model) {
        VBox cards = new VBox(
                12,
                hidden(new DatasetCard(model.train().runSetup(), model.train().downloads()), model, Pane.DATA),
                hidden(new PresetCard(model.train().runSetup()), model, Pane.PRESET),
                new TrainingSettingsCard(
                        model.train().runSetup(),
                        model.train().liveTuning(),
                        model.train().sampleGrid(),
                        model.presentation()),
                hidden(new LiveTuningCard(model.train().liveTuning()), model, Pane.TRAINING),
                hidden(new StopRuleCard(model.train().stopRule()), model, Pane.TRAINING));
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
        node.visibleProperty().bind(model.presentation().shownProperty(pane));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static BooleanBinding anyLeft(PresentationViewModel presentation) {
        return presentation
                .shownProperty(Pane.DATA)
                .or(presentation.shownProperty(Pane.PRESET))
                .or(presentation.shownProperty(Pane.TRAINING))
                .or(presentation.shownProperty(Pane.DRAWING));
    }

    private static StackPane samples(WindowViewModel model) {
        SamplePairPane pair = new SamplePairPane(model.train().samples(), model);
        Label waiting = CardFactory.styled(new Label(Messages.text("samples.waiting")), "prose");
        waiting.visibleProperty()
                .bind(model.train()
                        .samples()
                        .generatedProperty()
                        .isNull()
                        .and(model.train().points().generatedProperty().isNull()));
        PointsPane points = new PointsPane(
                model.train().points(),
                model.train().pointField(),
                model.train().latent());
        points.visibleProperty().bind(model.train().points().generatedProperty().isNotNull());
        pair.visibleProperty().bind(model.train().points().shownProperty().not());
        StackPane content = new StackPane(pair, points);
        VBox card = new VBox(
                4,
                content,
                new TimelinePane(model.train().timeline(), model.train().timelapse()));
        VBox.setVgrow(content, Priority.ALWAYS);
        card.getStyleClass().addAll("ganvas-card", "samples-card");
        InspectionToggles toggles = new InspectionToggles(model.train().inspection());
        StackPane.setAlignment(toggles, Pos.TOP_RIGHT);
        StackPane stack = new StackPane(
                card, toggles, waiting, new LoadingOverlay(model.train().run()));
        stack.setMinHeight(160);
        return stack;
    }

    /** Restores the dividers from {@link #dividers}; without a stored arrangement by the window's size. */
    public void restoreDividers(String stored) {
        List<Double> places = Arrays.stream(stored.split(" "))
                .filter(NUMBER)
                .map(Double::valueOf)
                .toList();
        once(widthProperty(), () -> {
            double left = places.size() == 3
                    ? places.get(0)
                    : clamp(LEFT_SHARE * getWidth(), TextScaling.of(232), TextScaling.of(320)) / getWidth();
            double right = places.size() == 3
                    ? places.get(1)
                    : 1 - clamp(RIGHT_SHARE * getWidth(), TextScaling.of(256), TextScaling.of(560)) / getWidth();
            setDividerPositions(left, right);
        });
        once(
                middle.heightProperty(),
                () -> middle.setDividerPositions(
                        places.size() == 3
                                ? places.get(2)
                                : 1
                                        - clamp(0.325 * middle.getHeight(), TextScaling.of(212), TextScaling.of(380))
                                                / middle.getHeight()));
    }

    private static double clamp(double value, double least, double most) {
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

    /** Places of the dividers, for {@link #restoreDividers}; empty where they are not worth storing. */
    public String dividers() {
        double[] sides = getDividerPositions();
        boolean whole = sides.length == 2 && middle.getItems().size() == 2;
        if (!whole) {
            // In presentation mode some panes are hidden; only the usual arrangement is stored.
            return "";
        }
        return String.format(Locale.ROOT, "%.4f %.4f %.4f", sides[0], sides[1], middle.getDividerPositions()[0]);
    }

    /** Releases what would otherwise outlive the window. */
    public void dispose() {
        charts.dispose();
    }
}
