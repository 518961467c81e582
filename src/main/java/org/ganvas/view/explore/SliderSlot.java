package org.ganvas.view.explore;

import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.LatentViewModel;
import org.ganvas.viewmodel.Messages;
import org.jspecify.annotations.Nullable;

/** One slider, lent to whichever dimension is in view. FX thread. */
final class SliderSlot extends HBox {

    private static final double SIGMAS = 3;

    private final LatentViewModel model;
    private final Label name = Cards.styled(new Label(), "caption", "figure");
    private final Label value = Cards.styled(new Label(), "figure", "slot-value");
    private final Slider slider = new Slider(-SIGMAS, SIGMAS, 0);
    private final ChangeListener<Number> follower = (property, old, now) -> follow(now.doubleValue());
    private @Nullable DoubleProperty coordinate;
    private int index = -1;
    private boolean following;

    SliderSlot(LatentViewModel model) {
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
        Follow.atEnd(this::release);
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
        value.setText(Figures.sigma(now));
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
