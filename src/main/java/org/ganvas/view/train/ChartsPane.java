package org.ganvas.view.train;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import org.ganvas.view.chart.ChartNavigationListener;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.chart.ChartExport;
import org.ganvas.viewmodel.chart.ChartKind;
import org.ganvas.viewmodel.chart.ChartSettings;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.jspecify.annotations.Nullable;

/**
 * Charts, as many as fit, over the same window of steps and with one cursor line. FX thread.
 */
final class ChartsPane extends VBox implements ChartNavigationListener {

    /** Comfortable height of a chart. */
    private static final double CHART_HEIGHT = 236;

    /** Least height at which a chart shows its axes. */
    private static final double LEAST_HEIGHT = 185;

    private static final int USUAL = 2;
    private static final double GAP = 10;
    private static final double TOOLS = 40;

    /** Style class while an image is made. */
    private static final String EXPORTED = "exported";

    private final CurvesViewModel model;
    private final ChartExport exports;
    private final ChartSettings settings;
    private final ChartTools tools;
    private final ContextMenu menu;
    private final VBox stack = new VBox(GAP);
    private final Map<ChartKind, ChartCard> cards = new EnumMap<>(ChartKind.class);
    private List<ChartKind> visible = List.of();
    private double hovered = Double.NaN;

    ChartsPane(CurvesViewModel model, ChartExport exports) {
        super(6);
        this.model = model;
        this.exports = exports;
        settings = model.settings();
        tools = new ChartTools(model, exports, this::saveImage);
        menu = tools.contextMenu();
        getStyleClass().add("charts-pane");
        setId("chartsPane");
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(tools, stack);
        stack.setMinHeight(0);
        // A chart that is added during layout would be measured before the style sheet is applied to it.
        heightProperty().addListener(property -> FxThread.later(this::arrange));
        widthProperty()
                .addListener(
                        (property, old, now) -> model.setColumns(now.doubleValue() * ScreenProperties.scaleOf(this)));
        ViewBindings.listen(settings.order(), (ListChangeListener<ChartKind>) change -> arrange());
        ViewBindings.listen(settings.hidden(), (SetChangeListener<String>) change -> show());
        ViewBindings.listen(settings.logarithmic(), (SetChangeListener<String>) change -> show());
        ViewBindings.listen(settings.rawProperty(), (property, old, now) -> show());
        ViewBindings.listen(model.specProperty(), (property, old, now) -> arrange());
        ViewBindings.listen(model.curvesProperty(), (property, old, now) -> show());
        ViewBindings.listen(
                model.cursorProperty(),
                (property, old, now) ->
                        shownCards().forEach(card -> card.chart().setCursorStep(now.doubleValue())));
        arrange();
    }

    /** Shows the first charts that suit the run, as many as fit. */
    private void arrange() {
        List<ChartKind> wanted =
                model.suitableCharts().stream().limit(capacity()).toList();
        if (!wanted.equals(visible)) {
            visible = wanted;
            stack.getChildren().setAll(shownCards());
            shownCards().forEach(card -> card.chart().remeasure());
        }
        show();
    }

    /** Number of charts that fit: two even if they are low, one where two would fall below their least height. */
    private int capacity() {
        double height = getHeight() - TextScaling.of(TOOLS) + GAP;
        int comfortable = (int) (height / (TextScaling.of(CHART_HEIGHT) + GAP));
        boolean tight = height > 0 && height < USUAL * (TextScaling.of(LEAST_HEIGHT) + GAP);
        return Math.max(tight ? 1 : USUAL, comfortable);
    }

    private List<ChartCard> shownCards() {
        List<ChartCard> shown = new ArrayList<>();
        visible.forEach(kind -> shown.add(cards.computeIfAbsent(kind, this::card)));
        return shown;
    }

    private ChartCard card(ChartKind kind) {
        ChartCard card = new ChartCard(kind, model, this);
        card.setMenu(menu);
        card.chart().setCursorStep(model.cursorProperty().get());
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setPrefHeight(CHART_HEIGHT);
        return card;
    }

    private void show() {
        Curves now = model.curvesProperty().get();
        shownCards().forEach(card -> card.show(now));
    }

    // ---- Navigation in a chart ----

    @Override
    public void zoom(double at, double factor) {
        model.zoom(at, factor);
    }

    @Override
    public void pan(double steps) {
        model.pan(steps);
    }

    @Override
    public void showAll() {
        model.showAll();
    }

    @Override
    public void hover(double step) {
        hovered = step;
        for (ChartCard card : shownCards()) {
            card.chart().hover(hovered, card.chart().isHover());
        }
    }

    private void saveImage() {
        double scale = Math.max(2, ScreenProperties.scaleOf(this));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(background());
        // What can only be clicked is no part of an image: see the style sheet.
        stack.getStyleClass().add(EXPORTED);
        WritableImage image = stack.snapshot(parameters, null);
        stack.getStyleClass().remove(EXPORTED);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), IntBuffer.wrap(argb), width);
        exports.saveImage("charts", width, argb);
    }

    private javafx.scene.paint.Paint background() {
        @Nullable Region root = getScene() == null ? null : (Region) getScene().getRoot();
        return root == null
                        || root.getBackground() == null
                        || root.getBackground().getFills().isEmpty()
                ? javafx.scene.paint.Color.WHITE
                : root.getBackground().getFills().get(0).getFill();
    }

    void dispose() {
        cards.values().forEach(card -> card.chart().dispose());
    }
}
