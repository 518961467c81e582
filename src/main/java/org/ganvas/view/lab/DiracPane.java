package org.ganvas.view.lab;

import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.PathPainter;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.session.dirac.DiracGan;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.NumberSlider;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.paint.ScatterView;
import org.ganvas.viewmodel.lab.DiracViewModel;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Phase plane of the Dirac-GAN with its dials; the start is dragged, or moved by arrow keys. FX thread. */
final class DiracPane extends VBox {

    private static final double SIDE = 240;
    private static final double KEY_STEP = 0.05;

    private final DiracViewModel model;
    private final ScatterView plot = new ScatterView(true);

    DiracPane(DiracViewModel model, LabExportViewModel export) {
        super(8);
        this.model = model;
        setId("labDirac");
        getStyleClass().add("ganvas-card");
        plot.setId("diracPlot");
        plot.setFocusTraversable(true);
        plot.showAxisNames(Messages.text("lab.dirac.theta.symbol"), Messages.text("lab.dirac.psi.symbol"));
        TextScaling.scaleMinHeight(plot, SIDE);
        TextScaling.scalePrefHeight(plot, SIDE);
        HelpTooltips.about(plot, "lab.dirac.plot");
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, LabKeys.DIRAC.handler(Map.of(LabKeys.START, this::move)));
        ComboBox<LossSpec> loss = ComboBoxes.of(
                FXCollections.observableArrayList(model.losses()),
                each -> Messages.text("loss." + each + ".title"),
                model.lossProperty()::set,
                model.lossProperty()::get);
        loss.setId("diracLoss");
        loss.setValue(model.lossProperty().get());
        HelpTooltips.about(loss, "lab.dirac.loss");
        ComboBox<DiracGan.Regularizer> regularizer = ComboBoxes.of(
                FXCollections.observableArrayList(DiracGan.Regularizer.values()),
                each -> Messages.text("lab.dirac.regularizer." + each),
                model.regularizerProperty()::set,
                model.regularizerProperty()::get);
        regularizer.setId("diracRegularizer");
        regularizer.setValue(model.regularizerProperty().get());
        HelpTooltips.about(regularizer, "lab.dirac.regularizer");
        ToggleButton alternating =
                CardFactory.styled(new ToggleButton(Messages.text("lab.dirac.alternating")), "small", "chip");
        alternating.setId("diracAlternating");
        alternating.selectedProperty().bindBidirectional(model.alternatingProperty());
        HelpTooltips.about(alternating, "lab.dirac.alternating");
        Label energy = CardFactory.styled(new Label(), "caption", "figure");
        energy.setId("diracEnergy");
        energy.setWrapText(true);
        energy.setMinHeight(Region.USE_PREF_SIZE);
        energy.textProperty().bind(model.energyProperty());
        getChildren()
                .addAll(
                        prose("lab.dirac.text"),
                        plot,
                        energy,
                        row("lab.dirac.loss", loss),
                        row("lab.dirac.regularizer", regularizer),
                        weight(),
                        dial("diracRate", "lab.dirac.rate", 0.01, 0.5, model.rateProperty()),
                        new HBox(alternating, CardFactory.space(), LabExportMenu.ofDirac(export)));
        LabExportMenu.onDirac(plot, export);
        ViewBindings.listen(model.phaseProperty(), (property, old, now) -> show(now));
        show(model.phaseProperty().get());
    }

    private static Label prose(String key) {
        Label text = CardFactory.styled(new Label(Messages.text(key)), "prose");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private static HBox row(String key, Node control) {
        return CardFactory.row(new Label(Messages.text(key + ".title")), control);
    }

    private static HBox dial(String id, String key, double least, double most, DoubleProperty value) {
        return row(key, new NumberSlider(id, key, least, most, value));
    }

    /** The weight, which there is with a regularizer only. */
    private HBox weight() {
        HBox row = dial("diracWeight", "lab.dirac.weight", 0, 2, model.weightProperty());
        row.disableProperty().bind(model.regularizerProperty().isEqualTo(DiracGan.Regularizer.NONE));
        return DisabledReasons.set(row, "lab.dirac.weight.none");
    }

    private void show(DiracViewModel.Phase phase) {
        double extent = DiracViewModel.EXTENT;
        plot.showReal(new PointBounds(-extent, -extent, extent, extent), new float[0]);
        plot.showArrows(phase.field().places(), phase.field().directions(), phase.gain());
        PlotLayer trajectory = (viewport, palette, unit, target) ->
                PathPainter.paint(viewport, palette, List.of(phase.trajectory()), unit, target);
        plot.showLayers(PlotLayer.NONE, trajectory);
        plot.showTrail(new LatentTrail(new float[] {phase.trajectory()[0], phase.trajectory()[1]}, new float[0]));
    }

    private void drag(MouseEvent event) {
        plot.requestFocus();
        if (!event.isPrimaryButtonDown()) {
            return;
        }
        model.startAt(plot.xAt(event.getX()), plot.yAt(event.getY()));
        event.consume();
    }

    private void move(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.moveStart(-KEY_STEP, 0);
            case RIGHT -> model.moveStart(KEY_STEP, 0);
            case UP -> model.moveStart(0, KEY_STEP);
            default -> model.moveStart(0, -KEY_STEP);
        }
    }
}
