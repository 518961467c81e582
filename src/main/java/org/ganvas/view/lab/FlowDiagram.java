package org.ganvas.view.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.LabFiguresViewModel;
import org.ganvas.viewmodel.lab.LabPart;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.lab.StepSentence;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Data-flow diagram of a step in the colours of the actors, with live numbers. Slow motion lights the parts that its
 * sentence is about and dims the others; a click on a part goes to its sentence. FX thread.
 */
final class FlowDiagram extends Region {

    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double ROW = 58;
    private static final double LOWEST_ROW = 43;
    private static final double BOX = 42;

    /** Space between two boxes, for the arrow. */
    private static final double ARROW = 8;

    private static final double GAP = 12;
    private static final double HEAD = 4;

    /** Width of a box in the middle, which has two numbers, against that of others. */
    private static final double MIDDLE = 1.35;

    /** Column 0 is G's, 2 the data's and D's own, 1 lies between. */
    private enum Slot {
        NOISE(LabPart.NOISE, 0, 0),
        DATA(LabPart.DATA, 2, 2),
        GENERATOR(LabPart.GENERATOR, 0, 1),
        FAKES(LabPart.FAKES, 0, 2),
        DISCRIMINATOR(LabPart.DISCRIMINATOR, 1, 3),
        ANSWERS(LabPart.ANSWERS, 1, 4),
        G_LOSS(LabPart.G_LOSS, 0, 5),
        D_LOSS(LabPart.D_LOSS, 2, 5),
        FORCES(LabPart.FORCES, 0, 6),
        D_GRADIENT(LabPart.D_GRADIENT, 2, 6),
        G_UPDATE(LabPart.G_UPDATE, 0, 7),
        D_UPDATE(LabPart.D_UPDATE, 2, 7);

        private final LabPart part;
        private final int column;
        private final int row;

        Slot(LabPart part, int column, int row) {
            this.part = part;
            this.column = column;
            this.row = row;
        }
    }

    private static final int ROWS = 8;

    /** Height below which it does not go, in text units. */
    static final double LEAST_HEIGHT = ROWS * LOWEST_ROW;

    private record Flow(LabPart from, LabPart to, Polyline line, Polygon head) {}

    private final Map<LabPart, Button> boxes = new EnumMap<>(LabPart.class);
    private final List<Flow> flows = new ArrayList<>();
    private double rowHeight = ROW;

    FlowDiagram(LabFiguresViewModel figures, SlowMotionViewModel slow) {
        setId("labFlow");
        getStyleClass().add("lab-flow");
        connect(LabPart.NOISE, LabPart.GENERATOR);
        connect(LabPart.GENERATOR, LabPart.FAKES);
        connect(LabPart.FAKES, LabPart.DISCRIMINATOR);
        connect(LabPart.DATA, LabPart.DISCRIMINATOR);
        connect(LabPart.DISCRIMINATOR, LabPart.ANSWERS);
        connect(LabPart.ANSWERS, LabPart.G_LOSS);
        connect(LabPart.ANSWERS, LabPart.D_LOSS);
        connect(LabPart.G_LOSS, LabPart.FORCES);
        connect(LabPart.D_LOSS, LabPart.D_GRADIENT);
        connect(LabPart.FORCES, LabPart.G_UPDATE);
        connect(LabPart.D_GRADIENT, LabPart.D_UPDATE);
        for (LabPart part : LabPart.values()) {
            Button box = box(part, figures, slow);
            boxes.put(part, box);
            getChildren().add(box);
        }
        ViewBindings.listen(slow.sentenceProperty(), (property, old, now) -> light(now));
        light(slow.sentenceProperty().get());
        TextScaling.scaleMinWidth(this, 240);
    }

    private void connect(LabPart from, LabPart to) {
        Polyline line = CardFactory.styled(new Polyline(), "flow-line");
        Polygon head = CardFactory.styled(new Polygon(), "flow-head");
        flows.add(new Flow(from, to, line, head));
        getChildren().addAll(line, head);
    }

    private static Button box(LabPart part, LabFiguresViewModel figures, SlowMotionViewModel slow) {
        Label figure = CardFactory.styled(new Label(), "flow-figure", "figure");
        figure.textProperty().bind(figures.figureProperty(part));
        VBox content = new VBox(0, CardFactory.styled(new Label(Messages.text(part.key())), "flow-name"), figure);
        Button box = CardFactory.styled(new Button("", content), "flow-box", part.actor());
        box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setId("labPart" + part);
        box.setOnAction(event -> slow.go(part));
        HelpTooltips.about(box, part.key(), figures.figureProperty(part));
        return box;
    }

    private void light(@Nullable StepSentence sentence) {
        Set<LabPart> lit = sentence == null ? Set.of() : sentence.kind().parts();
        boolean all = sentence == null || lit.size() == LabPart.values().length;
        boxes.forEach((part, box) -> {
            box.pseudoClassStateChanged(DIM, !all && !lit.contains(part));
            box.pseudoClassStateChanged(LIT, !all && lit.contains(part));
        });
        for (Flow flow : flows) {
            boolean dim = !all && !lit.contains(flow.to());
            flow.line().pseudoClassStateChanged(DIM, dim);
            flow.head().pseudoClassStateChanged(DIM, dim);
        }
    }

    /**
     * Fits it into a height, down to {@link #LEAST_HEIGHT}.
     *
     * @param height in text units
     */
    void fit(double height) {
        double row = Math.max(LOWEST_ROW, Math.min(ROW, height / ROWS));
        if (row != rowHeight) {
            rowHeight = row;
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return TextScaling.of(ROWS * rowHeight);
    }

    @Override
    protected void layoutChildren() {
        double row = Math.max(TextScaling.of(rowHeight), Math.min(TextScaling.of(1.25 * ROW), getHeight() / ROWS));
        double high = Math.min(TextScaling.of(BOX), row - TextScaling.of(ARROW));
        double wide = (getWidth() - GAP) / 2;
        for (Slot slot : Slot.values()) {
            Button box = boxes.get(slot.part);
            if (box != null) {
                double own = slot.column == 1 ? MIDDLE * wide : wide;
                box.resizeRelocate(
                        Math.round(slot.column * (getWidth() - own) / 2), Math.round(slot.row * row), own, high);
            }
        }
        flows.forEach(this::lay);
    }

    private void lay(Flow flow) {
        Button from = boxes.get(flow.from());
        Button to = boxes.get(flow.to());
        if (from == null || to == null) {
            return;
        }
        double startX = middle(from);
        double endX = middle(to);
        if (startX != endX) {
            // Into and out of a box in the middle, beside its centre.
            double aside = Math.signum(startX - endX) * to.getWidth() / 4;
            if (flow.to() == LabPart.DISCRIMINATOR) {
                endX += aside;
            } else {
                startX -= Math.signum(startX - endX) * from.getWidth() / 4;
            }
        }
        double startY = from.getLayoutY() + from.getHeight();
        double endY = to.getLayoutY();
        double turn = (startY + endY) / 2;
        flow.line().getPoints().setAll(startX, startY, startX, turn, endX, turn, endX, endY - HEAD);
        flow.head().getPoints().setAll(endX - HEAD, endY - HEAD, endX + HEAD, endY - HEAD, endX, endY);
    }

    private static double middle(Region box) {
        return box.getLayoutX() + box.getWidth() / 2;
    }
}
