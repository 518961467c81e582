package org.ganvas.view.film;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.Easing;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.paint.GridFit;
import org.ganvas.view.paint.GridView;
import org.ganvas.viewmodel.film.KeyframesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** One keyframe of the strip: its picture, how long it stays, and how it goes on to the next. FX thread. */
final class KeyframeCell extends HBox {

    static final double PICTURE = 56;
    private static final double FIELD = 46;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final KeyframesViewModel model;
    private final int index;
    private final GridView view = new GridView();
    private final StackPane frame = new StackPane(view);
    private final NumberField hold = new NumberField(KeyframeCell::seconds, this::holdFor);
    private final NumberField length = new NumberField(KeyframeCell::seconds, this::lastFor);
    private final Button easing = new Button();
    private final VBox way = new VBox(4);
    private @Nullable SampleGrid shown;

    KeyframeCell(KeyframesViewModel model, int index) {
        super(6);
        this.model = model;
        this.index = index;
        setAlignment(Pos.TOP_LEFT);
        frame.setId("keyframe" + index);
        frame.getStyleClass().add("keyframe");
        frame.setMinSize(PICTURE + 4, PICTURE + 4);
        frame.setMaxSize(PICTURE + 4, PICTURE + 4);
        frame.setFocusTraversable(true);
        HelpTooltips.about(frame, "film.keyframe");
        frame.setAccessibleText(Messages.text("film.keyframe.number", Integer.toString(index + 1)));
        frame.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        KeyframeDrag.install(frame, index, model::move);
        hold.setId("keyframeHold" + index);
        hold.setPrefWidth(FIELD);
        HelpTooltips.about(hold, "film.hold");
        HBox still = new HBox(4, CardFactory.caption(Messages.text("film.hold.caption")), hold);
        still.setAlignment(Pos.CENTER_LEFT);
        VBox picture = new VBox(4, frame, still);
        picture.setAlignment(Pos.TOP_CENTER);
        getChildren().addAll(picture, way());
    }

    private VBox way() {
        length.setId("keyframeSeconds" + index);
        length.setPrefWidth(FIELD);
        HelpTooltips.about(length, "film.seconds");
        easing.setId("keyframeEasing" + index);
        easing.getStyleClass().addAll("small", "flat", "easing");
        easing.setOnAction(event -> model.toggleEasing(index));
        HelpTooltips.about(easing, "film.easing");
        Label arrow = CardFactory.styled(new Label("→"), "caption");
        way.getChildren().addAll(arrow, length, easing);
        way.setAlignment(Pos.CENTER);
        way.setMinHeight(PICTURE + 4);
        return way;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f s", value);
    }

    private void holdFor(double seconds) {
        model.setHold(index, seconds);
    }

    private void lastFor(double seconds) {
        model.setSeconds(index, seconds);
    }

    private void choose() {
        frame.requestFocus();
        model.select(index);
    }

    private void pressed(KeyEvent event) {
        boolean moves = event.isShortcutDown() || event.isAltDown();
        KeyCode key = event.getCode();
        if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) {
            model.select(index);
            model.remove();
        } else if (key == KeyCode.ENTER) {
            model.select(index);
        } else if (moves && key == KeyCode.LEFT) {
            model.move(index, index - 1);
        } else if (moves && key == KeyCode.RIGHT) {
            model.move(index, index + 1);
        } else {
            return;
        }
        event.consume();
    }

    /**
     * @param last whether nothing follows, so that there is no way to change
     */
    void show(Keyframe keyframe, boolean chosen, boolean last) {
        hold.show(keyframe.hold());
        length.show(keyframe.seconds());
        easing.setText(Messages.text(keyframe.easing() == Easing.LINEAR ? "film.linear" : "film.smooth"));
        frame.pseudoClassStateChanged(CHOSEN, chosen);
        way.setVisible(!last);
        way.setManaged(!last);
    }

    void show(@Nullable SampleGrid picture) {
        if (picture != null && !picture.equals(shown)) {
            double scale = ScreenProperties.scaleOf(this);
            view.show(picture, GridFit.into(picture.shape(), 1, 1, PICTURE * scale, PICTURE * scale), scale);
            view.setMaxSize(view.prefWidth(-1), view.prefHeight(-1));
        }
        shown = picture;
    }

    void focusPicture() {
        frame.requestFocus();
    }

    boolean hasFocusedPicture() {
        return frame.isFocused();
    }
}
