package org.ganvas.view.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import org.ganvas.scatter.AxisTicks;
import org.ganvas.scatter.PointOverflowCounts;
import org.ganvas.scatter.ScatterPlotPainter;
import org.ganvas.scatter.ScatterPlotViewport;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Tick labels of a scatter plot, and counts of the points beyond each edge. FX thread. */
final class ScatterAxes extends Group {

    private static final double LEFT = 36;
    private static final double BELOW = 20;
    private static final double LABEL = 14;
    private static final double GAP = 6;

    /** Width below which a count has its number alone. */
    private static final double ROOM_FOR_WORDS = 260;

    /** Keys of what the counts mean: those at the left, at the right, above and below. */
    private static final List<String> BEYOND =
            List.of("scatter.outside.left", "scatter.outside.right", "scatter.outside.above", "scatter.outside.below");

    private final boolean numbers;
    private final List<Label> ticks = new ArrayList<>();
    private final List<Label> counts = List.of(count(), count(), count(), count());
    private final List<Label> notes = List.of(note(), note());
    private final List<Label> names = List.of(name(), name());
    private double width;
    private double height;

    ScatterAxes(boolean numbers) {
        this.numbers = numbers;
        setManaged(false);
        setAutoSizeChildren(false);
        setPickOnBounds(false);
        for (int i = 0; i < counts.size(); i++) {
            // It is read as it stands, with its number.
            HelpTooltips.tip(counts.get(i), Messages.text(BEYOND.get(i))).setAccessibleText(null);
        }
        getChildren().addAll(counts);
        getChildren().addAll(notes);
        getChildren().addAll(names);
        // Placed by their size, which another text size changes while the plot stays as it is.
        names.forEach(name -> name.fontProperty().addListener(property -> placeNames()));
    }

    private static Label count() {
        Label label = new Label();
        label.getStyleClass().addAll("scatter-count", "figure");
        label.setVisible(false);
        return label;
    }

    private static Label note() {
        Label note = count();
        note.setMouseTransparent(true);
        note.getStyleClass().add("note");
        return note;
    }

    private static Label name() {
        Label name = count();
        name.setMouseTransparent(true);
        name.getStyleClass().setAll("label", "scatter-axis");
        return name;
    }

    /** Layout units of the tick labels at the left. */
    double leftMargin() {
        return numbers ? TextScaling.of(LEFT) : 0;
    }

    /** Layout units of the tick labels at the bottom. */
    double bottomMargin() {
        return numbers ? TextScaling.of(BELOW) : 0;
    }

    /** Names the axes at their ends; empty for no name. */
    void showNames(String across, String down) {
        names.get(0).setText(across);
        names.get(1).setText(down);
        placeNames();
    }

    private void placeNames() {
        for (Label name : names) {
            name.setVisible(!name.getText().isEmpty());
        }
        place(names.get(0), 1, 1);
        place(names.get(1), 0, 0);
    }

    /** Shows the tick labels of a viewport, each centred at its grid line. */
    void show(ScatterPlotViewport viewport, double unit, double scale) {
        width = viewport.width() / scale;
        height = viewport.height() / scale;
        placeNames();
        if (!numbers) {
            return;
        }
        AxisTicks across = viewport.ticksAcross(TextScaling.of(ScatterPlotPainter.TICK_GAP) * unit);
        AxisTicks down = viewport.ticksDown(TextScaling.of(ScatterPlotPainter.TICK_GAP) * unit);
        ensureTicks(across.ticks().size() + down.ticks().size());
        int next = 0;
        for (AxisTicks.Tick tick : across.ticks()) {
            place(ticks.get(next++), true, minus(tick.label()), viewport.across(tick.at()) / scale);
        }
        for (AxisTicks.Tick tick : down.ticks()) {
            place(ticks.get(next++), false, minus(tick.label()), viewport.down(tick.at()) / scale);
        }
        placeNote(notes.get(0), "x: ", across.note(), 1);
        placeNote(notes.get(1), "y: ", down.note(), 0);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private void placeNote(Label label, String axis, String note, double down) {
        label.setVisible(!note.isEmpty());
        label.setText(axis + minus(note).replace('x', '×'));
        place(label, 0, down);
    }

    private void ensureTicks(int count) {
        while (ticks.size() < count) {
            Label label = new Label();
            label.setMouseTransparent(true);
            label.getStyleClass().addAll("scatter-tick", "figure");
            ticks.add(label);
            getChildren().add(label);
        }
        while (ticks.size() > count) {
            getChildren().remove(ticks.remove(ticks.size() - 1));
        }
    }

    private void place(Label label, boolean across, String text, double at) {
        label.setText(text);
        double left = TextScaling.of(LEFT);
        double high = TextScaling.of(LABEL);
        double wide = across ? 2 * left : left - GAP;
        double x = across ? at - left : -left;
        double y = across ? height + GAP - 2 : at - high / 2;
        List<String> style = List.of("label", "scatter-tick", "figure", across ? "across" : "down");
        if (!label.getStyleClass().equals(style)) {
            label.getStyleClass().setAll(style);
        }
        label.resizeRelocate(Math.round(x), Math.round(y), wide, high);
        label.setVisible(across ? at > 4 && at < width - 4 : at > 4 && at < height - 2);
    }

    /** Shows the counts of points beyond each edge, hidden where 0. */
    void show(PointOverflowCounts overflow) {
        // Above and below at the right end: the middle is where the data is.
        place(counts.get(0), "← ", overflow.left(), 0, 0.5);
        place(counts.get(1), "→ ", overflow.right(), 1, 0.5);
        place(counts.get(2), "↑ ", overflow.above(), 1, 0);
        place(counts.get(3), "↓ ", overflow.below(), 1, 1);
    }

    private void place(Label label, String arrow, int count, double across, double down) {
        label.setVisible(count > 0);
        if (count > 0) {
            String number = arrow + NumberFormats.count(count);
            label.setText(width < TextScaling.of(ROOM_FOR_WORDS) ? number : Messages.text("scatter.outside", number));
            place(label, across, down);
        }
    }

    private void place(Label label, double across, double down) {
        double wide = label.prefWidth(-1);
        double high = label.prefHeight(-1);
        double inset = 2 * GAP;
        label.resizeRelocate(
                Math.round(inset + across * (width - wide - 2 * inset)),
                Math.round(inset + down * (height - high - 2 * inset)),
                wide,
                high);
    }
}
