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
import org.ganvas.engine.spec.LossSpec;
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
 * The charts, as many as the room holds, all over the same stretch of the run and with one line under the pointer. FX
 * thread.
 */
final class ChartsPane extends VBox implements ChartNavigationListener {

    /** What a chart takes to be read. */
    private static final double CHART_HEIGHT = 236;

    /** What it needs to keep its axes in sight. */
    private static final double LEAST_HEIGHT = 185;

    private static final int USUAL = 2;
    private static final double GAP = 10;
    private static final double TOOLS = 40;

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
        tools = new ChartTools(model, exports, this::savePicture);
        menu = tools.contextMenu();
        getStyleClass().add("charts-pane");
        setId("chartsPane");
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(tools, stack);
        stack.setMinHeight(0);
        // A chart that is added while the window is being laid out is measured before the style sheet has reached it.
        heightProperty().addListener(property -> FxThread.later(this::arrange));
        widthProperty()
                .addListener(
                        (property, old, now) -> model.setColumns(now.doubleValue() * ScreenProperties.scaleOf(this)));
        ViewBindings.listen(settings.order(), (ListChangeListener<ChartKind>) change -> arrange());
        ViewBindings.listen(settings.hidden(), (SetChangeListener<String>) change -> show());
        ViewBindings.listen(settings.logarithmic(), (SetChangeListener<String>) change -> show());
        ViewBindings.listen(settings.rawProperty(), (property, old, now) -> show());
        ViewBindings.listen(model.lossProperty(), (property, old, now) -> arrange());
        ViewBindings.listen(model.curvesProperty(), (property, old, now) -> show());
        ViewBindings.listen(
                model.cursorProperty(),
                (property, old, now) ->
                        shownCards().forEach(card -> card.chart().setCursorStep(now.doubleValue())));
        arrange();
    }

    /** Shows the first charts that suit the run, as many as there is room for. */
    private void arrange() {
        int room = room();
        LossSpec loss = model.lossProperty().get();
        List<ChartKind> wanted = settings.order().stream()
                .filter(kind -> kind.suits(loss == null ? LossSpec.NON_SATURATING : loss))
                .limit(room)
                .toList();
        if (!wanted.equals(visible)) {
            visible = wanted;
            stack.getChildren().setAll(shownCards());
            shownCards().forEach(card -> card.chart().remeasure());
        }
        show();
    }

    /** Two even where they are low, but one alone rather than two of which a diagnosis covers half. */
    private int room() {
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

    // ---- What a person does in a chart ----

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

    private void savePicture() {
        double scale = Math.max(2, ScreenProperties.scaleOf(this));
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(ground());
        WritableImage picture = stack.snapshot(how, null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), IntBuffer.wrap(argb), width);
        exports.savePicture("charts", width, argb);
    }

    private javafx.scene.paint.Paint ground() {
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
