package org.ganvas.view.train;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PointFieldViewModel;
import org.jspecify.annotations.Nullable;

/** Toggles of what is drawn of D behind the 2-D points, and the key of its colours. FX thread. */
final class PointFieldBar extends FlowPane {

    private final PointFieldViewModel model;
    private final Label fakeEnd = CardFactory.styled(new Label(), "caption", "figure");
    private final Label realEnd = CardFactory.styled(new Label(), "caption", "figure");

    PointFieldBar(PointFieldViewModel model) {
        super(8, 4);
        this.model = model;
        getStyleClass().add("point-field-bar");
        setRowValignment(javafx.geometry.VPos.CENTER);
        visibleProperty().bind(model.availableProperty());
        managedProperty().bind(visibleProperty());
        HBox key = key();
        getChildren()
                .addAll(
                        toggle("fieldSurface", "field.surface", model.surfaceProperty()),
                        toggle("fieldContour", "field.contour", model.contourProperty()),
                        toggle("fieldArrows", "field.arrows", model.arrowsProperty()),
                        key);
        key.visibleProperty().bind(model.surfaceProperty());
        key.managedProperty().bind(key.visibleProperty());
        ViewBindings.listen(model.shownProperty(), (property, old, now) -> showScale(now));
        showScale(model.shownProperty().get());
    }

    private static ToggleButton toggle(String id, String key, BooleanProperty on) {
        ToggleButton button = CardFactory.styled(new ToggleButton(Messages.text(key)), "small", "chip");
        button.setId(id);
        button.selectedProperty().bindBidirectional(on);
        return HelpTooltips.about(button, key);
    }

    private HBox key() {
        Region colours = CardFactory.styled(new Region(), "field-key");
        Button fit = CardFactory.styled(new Button(Messages.text("field.fit")), "small", "flat");
        fit.setId("fieldFit");
        fit.disableProperty().bind(model.shownProperty().isNull());
        DisabledReasons.set(fit, "field.fit");
        fit.setOnAction(event -> model.fit());
        HBox key = new HBox(6, fakeEnd, colours, realEnd, HelpTooltips.about(fit, "field.fit"));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void showScale(PointFieldViewModel.@Nullable Shown now) {
        fakeEnd.setText(model.end(now, -1));
        realEnd.setText(model.end(now, 1));
    }
}
