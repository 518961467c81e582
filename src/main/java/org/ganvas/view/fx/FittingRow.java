package org.ganvas.view.fx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Row that never cuts a text: where its width does not suffice it makes concessions in their order, for example hides a
 * caption or shows a button as its icon alone, and takes them back where there is room. FX thread.
 */
public class FittingRow extends HBox {

    private final List<Concession> concessions = new ArrayList<>();
    private int made;
    private double textScale = TextScaling.of(1);

    /** One concession, and the width that it freed when it was made last. */
    private static final class Concession {
        private final Consumer<Boolean> change;
        private double freed;

        private Concession(Consumer<Boolean> change) {
            this.change = change;
        }
    }

    public FittingRow(double spacing, Node... children) {
        super(spacing, children);
        setAlignment(Pos.CENTER_LEFT);
    }

    /**
     * Adds a concession, made after those added before.
     *
     * @param change makes it, or takes it back
     */
    public final void concede(Consumer<Boolean> change) {
        concessions.add(new Concession(change));
    }

    /** Adds the concession that nodes are hidden, which must not have bound their visibility. */
    public final void concedeHidden(Node... nodes) {
        concede(on -> Arrays.stream(nodes).forEach(node -> {
            node.setVisible(!on);
            node.setManaged(!on);
        }));
    }

    /** Adds the concession that controls show their icons alone. */
    public final void concedeText(Labeled... controls) {
        List<ContentDisplay> usual =
                Arrays.stream(controls).map(Labeled::getContentDisplay).toList();
        concede(on -> {
            for (int i = 0; i < controls.length; i++) {
                controls[i].setContentDisplay(on ? ContentDisplay.GRAPHIC_ONLY : usual.get(i));
            }
        });
    }

    /** Adds the concession of a smaller space between the children. */
    public final void concedeSpacing(double spacing) {
        double usual = getSpacing();
        concede(on -> setSpacing(on ? spacing : usual));
    }

    /** Takes all concessions back: what they freed was measured in another text size. */
    private void takeBack() {
        textScale = TextScaling.of(1);
        while (made > 0) {
            made--;
            concessions.get(made).change.accept(false);
        }
    }

    /** Width at which no child is cut: growing children have their least width, all others their preferred one. */
    private double neededWidth() {
        double width = snappedLeftInset() + snappedRightInset();
        int count = 0;
        for (Node child : getManagedChildren()) {
            boolean grows = HBox.getHgrow(child) == Priority.ALWAYS;
            width += snapSizeX(grows ? child.minWidth(-1) : Math.max(child.minWidth(-1), child.prefWidth(-1)));
            count++;
        }
        return width + Math.max(0, count - 1) * snapSpaceX(getSpacing());
    }

    private void fit() {
        if (textScale != TextScaling.of(1)) {
            takeBack();
        }
        double needed = concede(neededWidth());
        while (made > 0 && needed + concessions.get(made - 1).freed <= getWidth()) {
            made--;
            concessions.get(made).change.accept(false);
            needed = neededWidth();
            if (needed > getWidth()) {
                // What is shown has grown since: it frees more than it did then.
                concede(needed);
                return;
            }
        }
    }

    /** Makes concessions until the row fits or none is left; returns the width then needed. */
    private double concede(double width) {
        double needed = width;
        while (made < concessions.size() && needed > getWidth()) {
            Concession next = concessions.get(made);
            next.change.accept(true);
            double after = neededWidth();
            next.freed = needed - after;
            needed = after;
            made++;
        }
        return needed;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() > 0) {
            fit();
        }
        super.layoutChildren();
    }
}
