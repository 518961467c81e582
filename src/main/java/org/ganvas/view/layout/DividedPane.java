package org.ganvas.view.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.TextScaling;

/**
 * Panes beside or above one another with dividers that are dragged or moved by arrow keys. Unlike a split pane it keeps
 * sizes rather than shares: the growing pane takes what the others leave, and a size that the user chose holds through
 * every change of the window and of the text. FX thread.
 */
final class DividedPane extends Region {

    private final Orientation orientation;
    private final List<Part> parts;
    private final List<PaneDivider> dividers = new ArrayList<>();
    private final PaneSizes sizes;

    /**
     * One pane.
     *
     * @param key of its size
     * @param title names the divider for screen readers
     * @param extent along the axis
     * @param grows whether it takes what the others leave; exactly one part does
     */
    record Part(String key, String title, Region node, PaneExtent extent, boolean grows) {}

    DividedPane(Orientation orientation, List<Part> parts, PaneSizes sizes) {
        this.orientation = orientation;
        this.parts = List.copyOf(parts);
        this.sizes = sizes;
        getStyleClass().add("divided-pane");
        boolean before = true;
        for (int i = 0; i < parts.size(); i++) {
            before &= !parts.get(i).grows();
            getChildren().add(clipped(parts.get(i).node()));
            if (i + 1 < parts.size()) {
                dividers.add(divider(before ? parts.get(i) : parts.get(i + 1), before ? 1 : -1));
            }
        }
        getChildren().addAll(dividers);
    }

    /** A pane never paints over its neighbour. */
    private static Region clipped(Region node) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(node.widthProperty());
        clip.heightProperty().bind(node.heightProperty());
        node.setClip(clip);
        return node;
    }

    private PaneDivider divider(Part part, int sign) {
        PaneDivider divider = new PaneDivider(orientation, part.title(), new PaneDivider.Target() {
            @Override
            public double size() {
                double now = lengthOf(part.node()) / TextScaling.of(1);
                // Several keys may be pressed before the next layout.
                return isNeedsLayout() ? sizes.get(part.key()).orElse(now) : now;
            }

            @Override
            public void resize(double wanted) {
                sizes.put(part.key(), Math.max(part.extent().min(), Math.min(most(part), wanted)));
                requestLayout();
            }

            @Override
            public void reset() {
                sizes.remove(part.key());
                requestLayout();
            }
        });
        divider.setId("divider-" + part.key());
        divider.setSign(sign);
        divider.setDisable(part.extent().isNatural());
        return DisabledReasons.set(divider, "pane.divider");
    }

    private double lengthOf(Region node) {
        return orientation == Orientation.HORIZONTAL ? node.getWidth() : node.getHeight();
    }

    private double length() {
        return orientation == Orientation.HORIZONTAL ? getWidth() : getHeight();
    }

    /** Text units that all parts share. */
    private double room() {
        return length() / TextScaling.of(1) - PaneLayout.GAP * (parts.size() - 1);
    }

    /** Greatest size of a part at which the growing one keeps its least. */
    private double most(Part part) {
        double others = 0;
        for (Part other : parts) {
            if (other != part) {
                others += other.grows() ? other.extent().min() : lengthOf(other.node()) / TextScaling.of(1);
            }
        }
        return Math.max(part.extent().min(), room() - others);
    }

    private double wanted(Part part) {
        if (part.extent().isNatural()) {
            double natural = orientation == Orientation.HORIZONTAL
                    ? part.node().prefWidth(getHeight())
                    : part.node().prefHeight(getWidth());
            return Math.min(room() / 2, natural / TextScaling.of(1));
        }
        return sizes.get(part.key()).orElseGet(() -> part.extent().usual(room() * sizes.growth()));
    }

    /** Sizes in text units: those that are wanted, down to the least where the room does not suffice. */
    private double[] lengths() {
        double[] lengths = new double[parts.size()];
        double excess = -room();
        for (int i = 0; i < lengths.length; i++) {
            Part part = parts.get(i);
            lengths[i] = part.grows() ? part.extent().min() : wanted(part);
            excess += lengths[i];
        }
        for (int i = lengths.length - 1; i >= 0 && excess > 0; i--) {
            if (!parts.get(i).grows() && !parts.get(i).extent().isNatural()) {
                double given = Math.min(
                        excess, Math.max(0, lengths[i] - parts.get(i).extent().min()));
                lengths[i] -= given;
                excess -= given;
            }
        }
        for (int i = 0; i < lengths.length; i++) {
            if (parts.get(i).grows()) {
                lengths[i] -= excess;
            }
        }
        return lengths;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (length() <= 0) {
            return;
        }
        double[] lengths = lengths();
        double gap = snapSpaceX(TextScaling.of(PaneLayout.GAP));
        double from = 0;
        for (int i = 0; i < lengths.length; i++) {
            boolean last = i == lengths.length - 1;
            double to = last ? length() : snapPositionX(from + Math.max(0, TextScaling.of(lengths[i])));
            place(parts.get(i).node(), from, Math.max(0, to - from));
            if (!last) {
                place(dividers.get(i), to, gap);
            }
            from = to + gap;
        }
    }

    private void place(Region node, double from, double length) {
        if (orientation == Orientation.HORIZONTAL) {
            node.resizeRelocate(from, 0, length, getHeight());
        } else {
            node.resizeRelocate(0, from, getWidth(), length);
        }
    }
}
