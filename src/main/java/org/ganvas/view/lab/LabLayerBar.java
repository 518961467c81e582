package org.ganvas.view.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.lab.LabLayer;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Toggles of the layers of the plot, and the key of its colours. FX thread. */
final class LabLayerBar extends FlowPane {

    private final LabViewModel model;
    private final Label fakeEnd = CardFactory.styled(new Label(), "caption", "figure");
    private final Label realEnd = CardFactory.styled(new Label(), "caption", "figure");
    private final List<ToggleButton> chips = new ArrayList<>();
    private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief");

    LabLayerBar(LabViewModel model) {
        super(6, 4);
        this.model = model;
        setRowValignment(VPos.CENTER);
        getStyleClass().add("lab-layers");
        for (LabLayer layer : LabLayer.values()) {
            chips.add(chip(layer));
        }
        getChildren().addAll(chips);
        getChildren().addAll(forceGrid(), key());
        ViewBindings.listen(model.plotProperty(), (property, old, now) -> showScale());
        showScale();
    }

    /** Sets whether chips show their keys alone, and the scale its numbers alone. */
    void setBrief(boolean now) {
        if (brief.get() != now) {
            brief.set(now);
            chips.forEach(chip -> chip.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
            showScale();
        }
    }

    private ToggleButton chip(LabLayer layer) {
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text(layer.key())), "small", "chip");
        chip.setId("labLayer" + layer.digit());
        chip.setGraphic(CardFactory.styled(new Label(String.valueOf(layer.digit())), "chip-key"));
        chip.selectedProperty().bindBidirectional(model.layers().shownProperty(layer));
        return HelpTooltips.about(chip, layer.key());
    }

    /** Arrows on a grid; without its chip where chips have no room for words. */
    private Node forceGrid() {
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text("lab.forceGrid")), "small", "chip");
        chip.setId("labForceGrid");
        chip.selectedProperty().bindBidirectional(model.layers().forceGridProperty());
        chip.visibleProperty()
                .bind(model.layers().shownProperty(LabLayer.FORCES).and(brief.not()));
        chip.managedProperty().bind(chip.visibleProperty());
        return HelpTooltips.about(chip, "lab.forceGrid");
    }

    private HBox key() {
        Region colours = CardFactory.styled(new Region(), "field-key");
        Button fit = CardFactory.styled(new Button(Messages.text("field.fit")), "small", "flat");
        fit.setId("labFit");
        fit.setOnAction(event -> model.fitScale());
        HBox key = new HBox(6, fakeEnd, colours, realEnd, HelpTooltips.about(fit, "field.fit"));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void showScale() {
        fakeEnd.setText(brief.get() ? model.scaleEnd(-1) : model.end(-1));
        realEnd.setText(brief.get() ? model.scaleEnd(1) : model.end(1));
    }
}
