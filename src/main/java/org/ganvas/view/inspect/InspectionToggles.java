package org.ganvas.view.inspect;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Toggle buttons of the inspection: scores under the samples, sorting by score, the pane below. FX thread. */
public final class InspectionToggles extends HBox {

    public InspectionToggles(InspectionViewModel model) {
        super(2);
        getStyleClass().add("inspection-toggles");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ToggleButton sort = toggle("inspect.sort", Feather.BAR_CHART, model.sortedProperty());
        ToggleButton scores = toggle("inspect.scores", Feather.CHECK_SQUARE, model.scoresProperty());
        sort.visibleProperty()
                .bind(model.scoresProperty().and(model.pointsProperty().not()));
        scores.visibleProperty().bind(model.pointsProperty().not());
        getChildren().addAll(sort, scores, toggle("inspect.open", Feather.EYE, model.openProperty()));
        for (Node child : getChildren()) {
            child.managedProperty().bind(child.visibleProperty());
        }
    }

    private static ToggleButton toggle(String key, Feather icon, BooleanProperty on) {
        ToggleButton button = CardFactory.styled(new ToggleButton(), "flat", "inspection-toggle");
        button.setId(key.replace('.', '-'));
        button.setGraphic(IconFactory.of(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.selectedProperty().bindBidirectional(on);
        return HelpTooltips.about(button, key);
    }
}
