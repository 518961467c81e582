package org.ganvas.view.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.lab.WeightViewModel;
import org.ganvas.viewmodel.text.ChangeNames;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chosen weight with a slider, a field and buttons to the unit's other weights. FX thread. */
final class WeightEditor extends VBox {

    private static final double FIELD = 78;

    private final WeightViewModel model;
    private final Slider slider = new Slider(-1, 1, 0);
    private final TextField field = new TextField();
    private boolean showing;

    WeightEditor(WeightViewModel model) {
        super(6);
        this.model = model;
        setId("weightEditor");
        Label name = CardFactory.styled(new Label(), "figure");
        name.setId("weightName");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        slider.setId("weightSlider");
        slider.setMinWidth(0);
        field.setId("weightField");
        field.getStyleClass().add("number-field");
        TextScaling.scalePrefWidth(field, FIELD);
        field.setMinWidth(Region.USE_PREF_SIZE);
        HelpTooltips.about(slider, "lab.weight.slider");
        HelpTooltips.about(field, "lab.weight.field");
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(
                6,
                neighbour("weightPrevious", Feather.CHEVRON_LEFT, "lab.weight.previous", -1),
                neighbour("weightNext", Feather.CHEVRON_RIGHT, "lab.weight.next", 1),
                slider,
                field);
        row.setAlignment(Pos.CENTER_LEFT);
        Label refusal = CardFactory.styled(new Label(), "caption", "refusal");
        refusal.setId("weightRefusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, row, refusal);
        ViewBindings.listen(model.refusalProperty(), (property, old, now) -> CardFactory.text(refusal, now));
        CardFactory.text(refusal, "");
        ViewBindings.listen(model.nameProperty(), (property, old, now) -> showName(name));
        ViewBindings.listen(model.obstacleProperty(), (property, old, now) -> {
            row.setDisable(!now.isEmpty());
            showName(name);
        });
        row.setDisable(!model.obstacleProperty().get().isEmpty());
        DisabledReasons.set(row, model.obstacleProperty());
        ViewBindings.listen(model.valueProperty(), (property, old, now) -> show());
        ViewBindings.listen(model.reachProperty(), (property, old, now) -> show());
        slider.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                model.set(now.doubleValue());
            }
        });
        field.setOnAction(event -> commit());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showText();
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                commit();
            }
        });
        showName(name);
        show();
    }

    private Button neighbour(String id, Feather icon, String key, int further) {
        Button button = CardFactory.styled(new Button(null, new FontIcon(icon)), "small", "flat");
        button.setId(id);
        button.setOnAction(event -> model.chooseNext(further));
        return HelpTooltips.about(button, key);
    }

    private void showName(Label name) {
        String obstacle = model.obstacleProperty().get();
        String chosen = model.nameProperty().get();
        name.setText(obstacle.isEmpty() ? chosen : Messages.text(obstacle));
        slider.setAccessibleText(chosen);
        field.setAccessibleText(chosen);
    }

    private void show() {
        showing = true;
        double reach = model.reachProperty().get();
        slider.setMin(-reach);
        slider.setMax(reach);
        slider.setBlockIncrement(reach / 50);
        slider.setValue(model.valueProperty().get());
        showing = false;
        if (!field.isFocused()) {
            showText();
        }
    }

    private void showText() {
        field.setText(ChangeNames.weight(model.valueProperty().get()));
    }

    private void commit() {
        // An unchanged text has fewer digits than the weight.
        if (!field.getText().equals(ChangeNames.weight(model.valueProperty().get()))) {
            model.enter(field.getText());
        }
        if (model.refusalProperty().get().isEmpty()) {
            showText();
        }
    }

    /** Puts the cursor into the field. */
    void edit() {
        field.requestFocus();
        field.selectAll();
    }
}
