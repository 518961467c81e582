package org.ganvas.view.latent;

import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** One slider, lent to whichever dimension is in view. FX thread. */
final class DimensionSliderCell extends HBox {

    private static final double SIGMAS = 3;

    private final LatentViewModel model;
    private final Label name = CardFactory.styled(new Label(), "caption", "figure");
    private final Label value = CardFactory.styled(new Label(), "figure", "slot-value");
    private final Slider slider = new Slider(-SIGMAS, SIGMAS, 0);
    private final ChangeListener<Number> follower = (property, old, now) -> follow(now.doubleValue());
    private @Nullable DoubleProperty coordinate;
    private int index = -1;
    private boolean following;

    DimensionSliderCell(LatentViewModel model) {
        super(4);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("slider-slot");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setPrefWidth(Region.USE_COMPUTED_SIZE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        slider.getStyleClass().addAll("small", "latent-slider");
        slider.setBlockIncrement(0.1);
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        ViewBindings.onDispose(this::release);
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        getChildren().addAll(name, slider, value);
    }

    /** Lends the slider to a dimension. */
    void lend(int newIndex, DoubleProperty newCoordinate) {
        if (coordinate == newCoordinate) {
            return;
        }
        release();
        index = newIndex;
        coordinate = newCoordinate;
        coordinate.addListener(follower);
        name.setText(model.name(newIndex));
        slider.setId("latentSlider" + newIndex);
        slider.setAccessibleText(Messages.text("latent.slider", Integer.toString(newIndex + 1)));
        follow(coordinate.get());
    }

    void release() {
        if (coordinate != null) {
            coordinate.removeListener(follower);
            coordinate = null;
        }
    }

    private void follow(double now) {
        following = true;
        // Beyond the end the thumb waits there; the number beside it tells the truth.
        slider.setValue(Math.max(-SIGMAS, Math.min(SIGMAS, now)));
        following = false;
        value.setText(NumberFormats.sigma(now));
    }

    private void moved(double now) {
        if (!following && coordinate != null) {
            model.setCoordinate(index, now);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && coordinate != null) {
            model.resetCoordinate(index);
        }
    }
}
