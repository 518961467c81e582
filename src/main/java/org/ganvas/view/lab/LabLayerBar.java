package org.ganvas.view.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.lab.LabLayer;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.text.Messages;

/**
 * Toggles of the layers of the plot, and the key of its colours: in rows above the plot, or, where height is short, in a
 * column beside it, which costs a square plot nothing. FX thread.
 */
final class LabLayerBar {

    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");
    private static final double GAP = 6;
    private static final double COLUMN_GAP = 3;

    /** Widths reserved for the ends of the key with and without words, so that nothing moves when they change. */
    private static final double END = 150;

    private static final double BRIEF_END = 46;

    /** Where the toggles are, and how much they say. */
    enum Arrangement {
        /** Rows above the plot. */
        ABOVE,
        /** The same with the digits of layers alone, where there is room for nothing else. */
        ABOVE_BRIEF,
        /** A column beside the plot. */
        BESIDE,
        /** The same with the key's numbers alone, where it is low. */
        BESIDE_BRIEF,
        /** Nowhere; the digits on the keyboard do the same. */
        HIDDEN;

        boolean isBeside() {
            return this == BESIDE || this == BESIDE_BRIEF;
        }
    }

    private final LabViewModel model;
    private final FlowPane above = CardFactory.styled(new FlowPane(GAP, 4), "lab-layers", "lab-layers-above");
    private final VBox beside = CardFactory.styled(new VBox(COLUMN_GAP), "lab-layers", "lab-layers-beside");
    private final Label fakeEnd = CardFactory.styled(new Label(), "caption", "figure");
    private final Label realEnd = CardFactory.styled(new Label(), "caption", "figure");
    private final Region colours = CardFactory.styled(new Region(), "field-key");
    private final Button fit = CardFactory.styled(new Button(Messages.text("field.fit")), "small", "flat");
    private final List<ToggleButton> chips = new ArrayList<>();
    private final ToggleButton forceGrid = forceGrid();
    private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief");
    private Arrangement arrangement = Arrangement.HIDDEN;

    LabLayerBar(LabViewModel model) {
        this.model = model;
        above.setRowValignment(VPos.CENTER);
        beside.setMinSize(Region.USE_PREF_SIZE, 0);
        for (LabLayer layer : LabLayer.values()) {
            chips.add(chip(layer));
        }
        forceGrid.selectedProperty().bindBidirectional(model.layers().forceGridProperty());
        // Disabled and not hidden, so that the plot keeps its size.
        forceGrid
                .disableProperty()
                .bind(model.layers().shownProperty(LabLayer.FORCES).not());
        DisabledReasons.set(forceGrid, "lab.forceGrid");
        forceGrid.visibleProperty().bind(brief.not());
        forceGrid.managedProperty().bind(brief.not());
        fit.setId("labFit");
        fit.setOnAction(event -> model.fitScale());
        HelpTooltips.about(fit, "field.fit");
        arrange(Arrangement.ABOVE);
        ViewBindings.listen(TextScaling.factorProperty(), (property, old, now) -> reserve());
        ViewBindings.listen(model.plotProperty(), (property, old, now) -> showScale());
        showScale();
    }

    /** Rows above the plot; invisible while the toggles are elsewhere. */
    Region above() {
        return above;
    }

    /** Column beside the plot; invisible while the toggles are elsewhere. */
    Region beside() {
        return beside;
    }

    /** Moves the toggles. */
    void arrange(Arrangement next) {
        if (next == arrangement) {
            return;
        }
        arrangement = next;
        boolean column = next.isBeside();
        brief.set(next == Arrangement.ABOVE_BRIEF || next == Arrangement.BESIDE_BRIEF);
        beside.pseudoClassStateChanged(BRIEF, brief.get());
        above.pseudoClassStateChanged(BRIEF, brief.get());
        above.getChildren().clear();
        beside.getChildren().clear();
        show(above, next == Arrangement.ABOVE || next == Arrangement.ABOVE_BRIEF);
        show(beside, column);
        boolean digits = next == Arrangement.ABOVE_BRIEF;
        for (ToggleButton chip : chips) {
            chip.setContentDisplay(digits ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            chip.setMaxWidth(column ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        }
        forceGrid.setMaxWidth(column ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        Pane target = column ? beside : above;
        for (ToggleButton chip : chips) {
            target.getChildren().add(chip);
            if (chip.getId().equals("labLayer" + LabLayer.FORCES.digit())) {
                target.getChildren().add(forceGrid);
            }
        }
        target.getChildren().add(key(next));
        reserve();
        showScale();
    }

    private void reserve() {
        double least = arrangement == Arrangement.BESIDE_BRIEF ? 0 : brief.get() ? BRIEF_END : END;
        fakeEnd.setMinWidth(TextScaling.of(least));
        realEnd.setMinWidth(TextScaling.of(least));
        fakeEnd.setAlignment(arrangement == Arrangement.BESIDE ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private ToggleButton chip(LabLayer layer) {
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text(layer.key())), "small", "chip");
        chip.setId("labLayer" + layer.digit());
        chip.setGraphic(CardFactory.styled(new Label(String.valueOf(layer.digit())), "chip-key"));
        chip.selectedProperty().bindBidirectional(model.layers().shownProperty(layer));
        return HelpTooltips.about(chip, layer.key());
    }

    /** Arrows on a grid; without its chip where there is no room. */
    private static ToggleButton forceGrid() {
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text("lab.forceGrid")), "small", "chip");
        chip.setId("labForceGrid");
        return HelpTooltips.about(chip, "lab.forceGrid");
    }

    private Node key(Arrangement of) {
        if (of == Arrangement.BESIDE) {
            VBox key = new VBox(COLUMN_GAP, fakeEnd, colours, realEnd, fit);
            key.setAlignment(Pos.CENTER_LEFT);
            return key;
        }
        if (of == Arrangement.BESIDE_BRIEF) {
            return new VBox(COLUMN_GAP, new HBox(fakeEnd, CardFactory.space(), realEnd), colours, fit);
        }
        HBox key = new HBox(GAP, fakeEnd, colours, realEnd, fit);
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void showScale() {
        fakeEnd.setText(brief.get() ? model.scaleEnd(-1) : model.end(-1));
        realEnd.setText(brief.get() ? model.scaleEnd(1) : model.end(1));
        colours.setVisible(!realEnd.getText().isEmpty());
    }
}
