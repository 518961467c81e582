package org.ganvas.view.explore;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSlider;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One slider with its name, figure and lock, lent to whichever dial is in view. FX thread. */
final class LatentSliderCell extends HBox {

    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
    private static final double PAGE = 0.5;
    private static final double WIDE_NAME = 78;
    private static final double CLASS_NAME = 64;
    private static final double SHORT_NAME = 34;

    private final ExploreViewModel model;
    private final Renaming renaming;
    private final Label name = CardFactory.styled(new Label(), "caption", "figure", "dial-name");
    private final Label value = CardFactory.styled(new Label(), "figure", "slot-value");
    private final Slider slider = new Slider(-3, 3, 0);
    private final ToggleButton lock = new ToggleButton(null, IconFactory.of(Feather.UNLOCK, "muted"));
    private final ChangeListener<Number> follower = (property, old, now) -> follow();
    private final ChangeListener<Boolean> lockFollower = (property, old, now) -> followLock();
    private final ChangeListener<Boolean> movedFollower = (property, old, now) -> pseudoClassStateChanged(MOVED, now);
    private @Nullable LatentSlider dial;
    private boolean following;

    /** Asks for another name of a direction. */
    interface Renaming {
        void rename(LatentSlider direction);
    }

    LatentSliderCell(ExploreViewModel model, Renaming renaming) {
        super(4);
        this.model = model;
        this.renaming = renaming;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("slider-slot");
        value.setMinWidth(Region.USE_PREF_SIZE);
        slider.getStyleClass().addAll("small", "latent-slider");
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        ViewBindings.onDispose(this::release);
        slider.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        lock.getStyleClass().addAll("flat", "dial-lock");
        lock.setOnAction(event -> {
            if (dial != null) {
                dial.lockedProperty().set(lock.isSelected());
            }
        });
        HelpTooltips.tip(lock, Messages.text("explore.lock"));
        getChildren().addAll(name, slider, value, lock);
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
    }

    private ContextMenu menu() {
        LatentSlider lent = dial;
        ContextMenu menu = new ContextMenu();
        if (lent == null) {
            return menu;
        }
        MenuItem reset = new MenuItem(Messages.text("explore.slider.reset"));
        reset.setOnAction(event -> model.parts().sliders().resetOne(lent));
        MenuItem locked = new MenuItem(
                Messages.text(lent.lockedProperty().get() ? "explore.slider.unlock" : "explore.slider.lock"));
        locked.setOnAction(
                event -> lent.lockedProperty().set(!lent.lockedProperty().get()));
        menu.getItems().addAll(reset, locked);
        if (lent.kind() == LatentSlider.Kind.DIRECTION) {
            MenuItem rename = new MenuItem(Messages.text("explore.slider.rename"));
            rename.setOnAction(event -> renaming.rename(lent));
            menu.getItems().add(rename);
        }
        return menu;
    }

    /** Lends the slider to a dial. */
    void lend(LatentSlider next) {
        if (dial != next) {
            take(next);
        }
        // Whoever has it already: the text may be larger now.
        double width = TextScaling.of(
                switch (next.kind()) {
                    case DIRECTION -> WIDE_NAME;
                    case CLASS -> CLASS_NAME;
                    default -> SHORT_NAME;
                });
        name.setMinWidth(width);
        name.setPrefWidth(width);
    }

    private void take(LatentSlider next) {
        release();
        dial = next;
        following = true;
        slider.setMin(next.low());
        slider.setMax(next.high());
        slider.setBlockIncrement((next.high() - next.low()) / 60);
        following = false;
        next.valueProperty().addListener(follower);
        next.lockedProperty().addListener(lockFollower);
        next.movedProperty().addListener(movedFollower);
        pseudoClassStateChanged(MOVED, next.movedProperty().get());
        boolean direction = next.kind() == LatentSlider.Kind.DIRECTION;
        name.setText(direction ? next.name() + "  " + NumberFormats.percent(next.share()) : next.name());
        slider.setId("dial" + next.kind() + next.index());
        lock.setId("lock" + next.kind() + next.index());
        slider.setAccessibleText(Messages.text("explore.slider", next.name()));
        follow();
        followLock();
    }

    void release() {
        if (dial != null) {
            dial.valueProperty().removeListener(follower);
            dial.lockedProperty().removeListener(lockFollower);
            dial.movedProperty().removeListener(movedFollower);
            dial = null;
        }
    }

    private void follow() {
        LatentSlider lent = dial;
        if (lent == null) {
            return;
        }
        double now = lent.valueProperty().get();
        following = true;
        // Beyond the end the thumb waits there; the number beside it tells the truth.
        slider.setValue(Math.max(lent.low(), Math.min(lent.high(), now)));
        following = false;
        value.setText(lent.kind() == LatentSlider.Kind.CLASS ? NumberFormats.length(now) : NumberFormats.sigma(now));
    }

    private void followLock() {
        boolean locked = dial != null && dial.lockedProperty().get();
        lock.setSelected(locked);
        lock.setGraphic(IconFactory.of(locked ? Feather.LOCK : Feather.UNLOCK, "muted"));
        slider.setDisable(locked);
    }

    private void moved(double now) {
        if (!following && dial != null) {
            model.parts().sliders().set(dial, now);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && dial != null) {
            model.parts().sliders().resetOne(dial);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        LatentSlider lent = dial;
        if (lent == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_UP ->
                model.parts().sliders().set(lent, lent.valueProperty().get() + PAGE);
            case PAGE_DOWN ->
                model.parts().sliders().set(lent, lent.valueProperty().get() - PAGE);
            case DELETE, BACK_SPACE -> model.parts().sliders().resetOne(lent);
            case L -> lent.lockedProperty().set(true);
            case F2 -> {
                if (lent.kind() == LatentSlider.Kind.DIRECTION) {
                    renaming.rename(lent);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
