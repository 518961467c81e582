package org.ganvas.view.film;

import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.view.paint.SampleGridFit;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.film.KeyframesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** A keyframe of the strip: its image, the time it is held, and the movement to the next one. FX thread. */
final class KeyframeCell extends HBox {

    static final double IMAGE_SIDE = 56;
    private static final double FIELD = 46;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final KeyframesViewModel model;
    private final int index;
    private final SampleGridView view = new SampleGridView();
    private final StackPane frame = new StackPane(view);
    private final NumberField hold = new NumberField(KeyframeCell::seconds, this::setHold);
    private final NumberField length = new NumberField(KeyframeCell::seconds, this::setSeconds);
    private final Button easing = new Button();
    private final VBox movement = new VBox(4);
    private @Nullable SampleGrid shown;

    KeyframeCell(KeyframesViewModel model, int index, SampleImageFiles files) {
        super(6);
        this.model = model;
        this.index = index;
        setAlignment(Pos.TOP_LEFT);
        frame.setId("keyframe" + index);
        frame.getStyleClass().add("keyframe");
        frame.setMinSize(IMAGE_SIDE + 4, IMAGE_SIDE + 4);
        frame.setMaxSize(IMAGE_SIDE + 4, IMAGE_SIDE + 4);
        frame.setFocusTraversable(true);
        HelpTooltips.about(frame, "film.keyframe");
        frame.setAccessibleText(Messages.text("film.keyframe.number", Integer.toString(index + 1)));
        frame.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> select());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        ImageMenu.install(frame, () -> shown, files);
        KeyframeDrag.install(frame, index, model::move);
        hold.setId("keyframeHold" + index);
        hold.setPrefWidth(FIELD);
        HelpTooltips.about(hold, "film.hold");
        Label holdCaption = CardFactory.caption(Messages.text("film.hold.caption"));
        HelpTooltips.share(holdCaption, hold);
        HBox holdRow = new HBox(4, holdCaption, hold);
        holdRow.setAlignment(Pos.CENTER_LEFT);
        VBox image = new VBox(4, frame, holdRow);
        image.setAlignment(Pos.TOP_CENTER);
        getChildren().addAll(image, movement());
    }

    private VBox movement() {
        length.setId("keyframeSeconds" + index);
        length.setPrefWidth(FIELD);
        HelpTooltips.about(length, "film.seconds");
        easing.setId("keyframeEasing" + index);
        easing.getStyleClass().addAll("small", "flat", "easing");
        easing.setOnAction(event -> model.toggleEasing(index));
        HelpTooltips.about(easing, "film.easing");
        Label arrow = CardFactory.styled(new Label("→"), "caption");
        movement.getChildren().addAll(arrow, length, easing);
        movement.setAlignment(Pos.CENTER);
        movement.setMinHeight(IMAGE_SIDE + 4);
        return movement;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f s", value);
    }

    private void setHold(double seconds) {
        model.setHold(index, seconds);
    }

    private void setSeconds(double seconds) {
        model.setSeconds(index, seconds);
    }

    private void select() {
        frame.requestFocus();
        model.select(index);
    }

    private EventHandler<KeyEvent> keys() {
        return ExploreKeys.KEYFRAME.handler(Map.of(
                ExploreKeys.KEYFRAME_CHOOSE,
                event -> model.select(index),
                ExploreKeys.KEYFRAME_REMOVE,
                event -> {
                    model.select(index);
                    model.remove();
                },
                ExploreKeys.KEYFRAME_MOVE,
                this::move,
                ExploreKeys.KEYFRAME_MOVE_ALT,
                this::move));
    }

    private void move(KeyEvent event) {
        model.move(index, event.getCode() == KeyCode.LEFT ? index - 1 : index + 1);
    }

    /**
     * @param last whether no keyframe follows, so that there is no movement to edit
     */
    void show(Keyframe keyframe, boolean chosen, boolean last) {
        hold.show(keyframe.hold());
        length.show(keyframe.seconds());
        easing.setText(Messages.text(keyframe.easing() == KeyframeEasing.LINEAR ? "film.linear" : "film.smooth"));
        frame.pseudoClassStateChanged(CHOSEN, chosen);
        movement.setVisible(!last);
        movement.setManaged(!last);
    }

    void show(@Nullable SampleGrid image) {
        if (image != null && !image.equals(shown)) {
            double scale = ScreenProperties.scaleOf(this);
            view.show(image, SampleGridFit.into(image.shape(), 1, 1, IMAGE_SIDE * scale, IMAGE_SIDE * scale), scale);
            view.setMaxSize(view.prefWidth(-1), view.prefHeight(-1));
        }
        shown = image;
    }

    void focusImage() {
        frame.requestFocus();
    }

    boolean hasFocusedImage() {
        return frame.isFocused();
    }
}
