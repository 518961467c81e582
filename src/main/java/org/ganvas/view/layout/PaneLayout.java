package org.ganvas.view.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.view.layout.ScreenPane.Place;

/**
 * Arrangement of the panes of a screen: columns from left to right. Immutable, any thread.
 *
 * @param columns at least one
 */
record PaneLayout(List<Column> columns) {

    /** Height of a row of tabs. */
    static final double TABS = 36;

    /** Space between panes. */
    static final double GAP = 12;

    /**
     * Stacks of panes, of which a column shows one at a time, under tabs where there are several.
     *
     * @param stacks at least one
     */
    record Column(List<Stack> stacks) {

        boolean hasTabs() {
            return stacks.size() > 1;
        }
    }

    /**
     * Panes above one another.
     *
     * @param panes at least one
     */
    record Stack(List<ScreenPane> panes) {

        double minWidth() {
            return panes.stream().mapToDouble(pane -> pane.width().min()).max().orElse(0);
        }
    }

    /**
     * Room of a screen.
     *
     * @param width in text units
     * @param height in text units
     * @param presenting whether the middle pane has its column to itself
     */
    record Room(double width, double height, boolean presenting) {}

    /** Layout of the shown panes: all columns where they fit, else the sides as one column of tabs, else tabs alone. */
    static PaneLayout of(List<ScreenPane> shown, Room room) {
        List<Stack> start = stacked(in(shown, Place.START), room.height());
        List<Stack> middle = centre(in(shown, Place.CENTRE), room);
        List<Stack> end = stacked(in(shown, Place.END), room.height());
        List<Column> apart = columns(start, middle, end);
        if (width(apart) <= room.width()) {
            return new PaneLayout(apart);
        }
        List<Stack> low = stacked(in(shown, Place.END), room.height() - TABS);
        List<Column> merged = columns(middle, joined(low, start));
        if (width(merged) <= room.width()) {
            return new PaneLayout(merged);
        }
        return new PaneLayout(columns(joined(middle, start, low)));
    }

    private static List<ScreenPane> in(List<ScreenPane> panes, Place place) {
        return panes.stream().filter(pane -> pane.place() == place).toList();
    }

    /** The main pane with those below it that fit, then one stack for each of the others. */
    private static List<Stack> centre(List<ScreenPane> panes, Room room) {
        List<ScreenPane> main = new ArrayList<>();
        List<Stack> others = new ArrayList<>();
        double used = -GAP;
        for (ScreenPane pane : panes) {
            used += pane.height().min() + GAP;
            boolean fits = used <= room.height()
                    && (!room.presenting() || pane.height().isNatural());
            if (main.isEmpty() || fits) {
                main.add(pane);
            } else {
                others.add(new Stack(List.of(pane)));
            }
        }
        return panes.isEmpty() ? List.of() : joined(List.of(new Stack(main)), others);
    }

    /** One stack where all fit above one another, else a stack for each. */
    private static List<Stack> stacked(List<ScreenPane> panes, double height) {
        double least = panes.stream().mapToDouble(pane -> pane.height().min()).sum() + GAP * (panes.size() - 1);
        if (panes.isEmpty()) {
            return List.of();
        }
        return least <= height
                ? List.of(new Stack(panes))
                : panes.stream().map(pane -> new Stack(List.of(pane))).toList();
    }

    @SafeVarargs
    private static List<Stack> joined(List<Stack>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    @SafeVarargs
    private static List<Column> columns(List<Stack>... columns) {
        return Stream.of(columns)
                .filter(stacks -> !stacks.isEmpty())
                .map(Column::new)
                .toList();
    }

    private static double width(List<Column> columns) {
        return columns.stream()
                        .mapToDouble(column -> column.stacks().stream()
                                .mapToDouble(Stack::minWidth)
                                .max()
                                .orElse(0))
                        .sum()
                + GAP * (columns.size() - 1);
    }
}
