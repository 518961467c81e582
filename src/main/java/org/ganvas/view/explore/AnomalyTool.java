package org.ganvas.view.explore;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.data.ValueHistogram;
import org.ganvas.session.anomaly.AnomalyReport;
import org.ganvas.session.anomaly.ScoredImage;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.drop.FileOffers;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.HistogramView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.explore.AnomalyViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What does not look like the data: images, their reconstructions, where they differ, and what the score means. FX thread. */
final class AnomalyTool extends VBox {

    private static final double SIDE = 72;
    private static final double GAP = 4;
    private static final double PLOT = 52;
    private static final int BINS = 40;

    /** Least width of the ranking, as a share of the pane's. */
    private static final double RANKING = 0.8;

    private final ExploreViewModel model;
    private final AnomalyViewModel anomaly;
    private final HistogramView histogram = new HistogramView();
    private final Region marker = new Region();
    private final Label held = CardFactory.caption("");
    private final Label others = CardFactory.caption("");
    private double low;
    private double high = 1;

    AnomalyTool(ExploreViewModel model) {
        super(8);
        this.model = model;
        anomaly = model.models().anomaly();
        setId("anomalyTool");
        Label help = CardFactory.styled(new Label(Messages.text("explore.anomaly.help")), "prose", "tool-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        VBox plot = plot();
        VBox ranking = ranking();
        VBox.setVgrow(ranking, Priority.ALWAYS);
        getChildren().addAll(help, sources(), run(), images(), verdict(), plot, ranking);
        DropTarget.ofFiles(
                this,
                dropped ->
                        FileOffers.imageOrFolder(dropped, "drop.anomaly", "drop.anomaly.folder", anomaly::rateFiles));
        ViewBindings.listen(anomaly.reportProperty(), (property, old, now) -> showScores(now));
        ViewBindings.listen(anomaly.shownProperty(), (property, old, now) -> placeMarker());
        showScores(anomaly.reportProperty().get());
    }

    private FlowPane sources() {
        Button start = ExploreButtons.text(
                "anomalyUnseen", Messages.text("explore.anomaly.unseen.label"), anomaly::rateUnseen, "accent");
        HelpTooltips.about(start, "explore.anomaly.unseen");
        start.disableProperty().bind(model.models().source().foreignProperty());
        DisabledReasons.set(start, "explore.anomaly.unseen");
        FlowPane row = new FlowPane(
                4,
                4,
                start,
                ExploreButtons.icon("anomalyFile", Feather.IMAGE, "explore.anomaly.file", anomaly::chooseFile),
                ExploreButtons.icon("anomalyFolder", Feather.FOLDER, "explore.anomaly.folder", anomaly::chooseFolder),
                ExploreButtons.icon("anomalyDrawing", Feather.EDIT_2, "explore.anomaly.drawing", anomaly::rateDrawing));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    private VBox run() {
        ProgressBar progress = new ProgressBar();
        progress.setId("anomalyProgress");
        progress.setAccessibleText(Messages.text("explore.anomaly.start"));
        progress.progressProperty().bind(anomaly.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinWidth(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Button cancel = ExploreButtons.text("anomalyCancel", Messages.text("explore.cancel"), anomaly::cancel);
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, progress, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        Label waiting = wrapped("anomalyWaiting");
        waiting.textProperty().bind(anomaly.waitingProperty());
        ExploreButtons.showWhen(waiting, anomaly.waitingProperty().isNotEmpty());
        VBox run = new VBox(4, row, waiting);
        ExploreButtons.showWhen(run, anomaly.busyProperty());
        return run;
    }

    private static Label wrapped(String id) {
        Label label = CardFactory.caption("");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private HBox images() {
        HBox row = new HBox(
                GAP,
                captioned("explore.anomaly.image", "anomalyImage", anomaly.imageProperty()),
                captioned("explore.anomaly.reconstruction", "anomalyReconstruction", anomaly.reconstructionProperty()),
                captioned("explore.anomaly.map", "anomalyMap", anomaly.mapProperty()));
        row.setFillHeight(false);
        return row;
    }

    private VBox captioned(String key, String id, ObservableValue<@Nullable SampleGrid> shown) {
        FittedGridView view = new FittedGridView(shown);
        view.view().setId(id);
        view.view().setAccessibleText(Messages.text(key));
        view.getStyleClass().add("latent-slot");
        view.setMinSize(SIDE, SIDE);
        ImageMenu.install(view.view(), shown::getValue, model.imageFiles());
        Label caption = CardFactory.caption(Messages.text(key));
        VBox all = new VBox(2, caption, view);
        view.prefWidthProperty().bind(all.widthProperty());
        view.prefHeightProperty().bind(all.widthProperty());
        all.setPrefWidth(SIDE);
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    private Label verdict() {
        Label verdict = CardFactory.styled(new Label(), "figure");
        verdict.setId("anomalyVerdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.textProperty().bind(anomaly.verdictProperty());
        return HelpTooltips.about(verdict, "explore.anomaly.score");
    }

    private VBox plot() {
        histogram.setId("anomalyScores");
        histogram.setAccessibleText(Messages.text("explore.anomaly.scores.title"));
        HelpTooltips.about(histogram, "explore.anomaly.scores");
        histogram.setMinHeight(PLOT);
        histogram.setPrefHeight(PLOT);
        marker.setId("anomalyMarker");
        marker.getStyleClass().add("score-marker");
        marker.setManaged(false);
        marker.setMouseTransparent(true);
        Pane over = new Pane(marker);
        over.setMouseTransparent(true);
        StackPane stack = new StackPane(histogram, over);
        over.widthProperty().addListener((property, old, now) -> placeMarker());
        over.heightProperty().addListener((property, old, now) -> placeMarker());
        others.setId("anomalyOthers");
        FlowPane legend = new FlowPane(14, 2, item("real", held), item("generator", others));
        legend.setMinHeight(USE_PREF_SIZE);
        VBox plot = new VBox(4, stack, legend);
        plot.setId("anomalyPlot");
        return plot;
    }

    private static Node item(String actor, Label label) {
        label.setWrapText(true);
        HBox item = new HBox(6, CardFactory.dot(actor), label);
        item.setAlignment(Pos.CENTER_LEFT);
        ExploreButtons.showWhen(item, label.textProperty().isNotEmpty());
        return item;
    }

    private VBox ranking() {
        FittedGridView grid = new FittedGridView(anomaly.rankingProperty());
        grid.view().setId("anomalyRanking");
        grid.view().setAccessibleText(Messages.text("explore.anomaly.ranking"));
        GridInteraction.install(
                grid.view(),
                model.imageActions(anomaly.rankingProperty()::get, anomaly::latentAt),
                anomaly.rankingProperty()::get);
        grid.view().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                anomaly.select(grid.view().imageAt(event.getX(), event.getY()));
            }
        });
        grid.view().addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                anomaly.select(grid.view().markedImage());
            }
        });
        // So high that it takes most of the width; the pane scrolls where that is too much.
        grid.minHeightProperty()
                .bind(Bindings.createDoubleBinding(this::rankingHeight, widthProperty(), anomaly.rankingProperty()));
        VBox.setVgrow(grid, Priority.ALWAYS);
        Label caption = wrapped("anomalyCaption");
        caption.textProperty().bind(anomaly.summaryProperty());
        VBox all = new VBox(4, caption, grid);
        ExploreButtons.showWhen(all, anomaly.rankingProperty().isNotNull());
        return all;
    }

    private double rankingHeight() {
        SampleGrid grid = anomaly.rankingProperty().get();
        return grid == null ? 0 : RANKING * getWidth() * grid.rows() / grid.columns();
    }

    private void showScores(@Nullable AnomalyReport report) {
        boolean compared = report != null && report.reference() != null;
        Node plot = lookup("#anomalyPlot");
        if (plot != null) {
            plot.setVisible(compared);
            plot.setManaged(compared);
        }
        if (report == null || report.reference() == null) {
            histogram.show(List.of());
            return;
        }
        double[] normal = report.reference().scores();
        double[] rest = report.others();
        low = normal[0];
        high = Math.max(normal[normal.length - 1], quantile(rest));
        for (ScoredImage one : report.count() == 1 ? report.scored() : List.<ScoredImage>of()) {
            high = Math.max(high, Math.min(one.score(), 3 * high));
        }
        histogram.show(
                rest.length == 0
                        ? List.of(bars("real", normal))
                        : List.of(bars("generator", rest), bars("real", normal)));
        held.setText(Messages.text("explore.anomaly.held", NumberFormats.count(normal.length)));
        others.setText(
                rest.length == 0
                        ? ""
                        : Messages.text(
                                "explore.anomaly.others",
                                NumberFormats.count(rest.length),
                                NumberFormats.amount(report.area())));
        placeMarker();
    }

    /** A score that all but a twentieth of the others stay below; 0 for none. */
    private static double quantile(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    }

    private HistogramView.Bars bars(String actor, double[] scores) {
        float[] values = new float[scores.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) scores[i];
        }
        return new HistogramView.Bars(actor, ValueHistogram.of(values, BINS, low, high));
    }

    private void placeMarker() {
        ScoredImage one = anomaly.shownProperty().get();
        marker.setVisible(one != null);
        if (one != null && high > low) {
            double share = Math.max(0, Math.min(1, (one.score() - low) / (high - low)));
            double width = 2;
            marker.resizeRelocate(
                    snapPositionX(share * (histogram.getWidth() - width)), 0, width, histogram.getHeight());
        }
    }
}
