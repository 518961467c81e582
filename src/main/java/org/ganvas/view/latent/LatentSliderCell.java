package org.ganvas.view.latent;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
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
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A latent slider with its name and value; it shows one {@link LatentSlider} after another as a list is scrolled. A double
 * click resets it. With its tools it also has a lock, a context menu and keys. FX thread.
 */
public final class LatentSliderCell extends HBox {

    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
    private static final double PAGE = 0.5;
    private static final double DIRECTION_WIDTH = 78;
    private static final double CLASS_WIDTH = 64;
    private static final double DIMENSION_WIDTH = 34;
    private static final int KEY_STEPS = 60;

    private final LatentSlidersViewModel sliders;
    private final @Nullable Consumer<LatentSlider> rename;
    private final Label name = CardFactory.styled(new Label(), "caption", "figure");
    private final Label value = CardFactory.styled(new Label(), "figure", "slider-value");
    private final Slider slider = new Slider(-3, 3, 0);
    private final @Nullable ToggleButton lock;
    private final ChangeListener<Number> valueListener = (property, old, now) -> showValue();
    private final ChangeListener<Boolean> lockListener = (property, old, now) -> showLock();
    private final ChangeListener<Boolean> movedListener = (property, old, now) -> pseudoClassStateChanged(MOVED, now);
    private @Nullable LatentSlider shown;
    private boolean showing;

    private LatentSliderCell(LatentSlidersViewModel sliders, @Nullable Consumer<LatentSlider> rename) {
        super(4);
        this.sliders = sliders;
        this.rename = rename;
        lock = rename == null ? null : new ToggleButton(null, IconFactory.of(Feather.UNLOCK, "muted"));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("slider-cell");
        value.setMinWidth(Region.USE_PREF_SIZE);
        slider.getStyleClass().addAll("small", "latent-slider");
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        DisabledReasons.set(slider, "explore.lock");
        slider.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        ViewBindings.onDispose(this::release);
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        getChildren().addAll(name, slider, value);
        if (lock == null) {
            name.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            addTools(lock);
        }
    }

    /** A cell with nothing but its slider. */
    public static LatentSliderCell plain(LatentSlidersViewModel sliders) {
        return new LatentSliderCell(sliders, null);
    }

    /**
     * A cell with a lock, a context menu, and keys for pages, reset, lock and name.
     *
     * @param rename asks the user for another name of a direction
     */
    public static LatentSliderCell withTools(LatentSlidersViewModel sliders, Consumer<LatentSlider> rename) {
        return new LatentSliderCell(sliders, rename);
    }

    private void addTools(ToggleButton toggle) {
        name.getStyleClass().add("slider-name");
        slider.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        toggle.getStyleClass().addAll("flat", "slider-lock");
        toggle.setOnAction(event -> {
            if (shown != null) {
                shown.lockedProperty().set(toggle.isSelected());
            }
        });
        HelpTooltips.tip(toggle, Messages.text("explore.lock"));
        getChildren().add(toggle);
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
    }

    private ContextMenu menu() {
        LatentSlider now = shown;
        ContextMenu menu = new ContextMenu();
        if (now == null) {
            return menu;
        }
        boolean locked = now.lockedProperty().get();
        menu.getItems()
                .addAll(
                        item("explore.slider.reset", () -> sliders.resetOne(now)),
                        item(
                                locked ? "explore.slider.unlock" : "explore.slider.lock",
                                () -> now.lockedProperty().set(!locked)));
        if (now.kind() == LatentSlider.Kind.DIRECTION) {
            menu.getItems().add(item("explore.slider.rename", () -> rename(now)));
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(event -> work.run());
        return item;
    }

    private void rename(LatentSlider direction) {
        if (rename != null) {
            rename.accept(direction);
        }
    }

    /** Width of a name beyond that of a dimension, for text of the usual size. */
    static double extraWidth(LatentSlider.Kind kind) {
        return switch (kind) {
            case DIRECTION -> DIRECTION_WIDTH - DIMENSION_WIDTH;
            case CLASS -> CLASS_WIDTH - DIMENSION_WIDTH;
            case DIMENSION, CODE -> 0;
        };
    }

    /** Shows a slider, perhaps the one that is shown already. */
    void show(LatentSlider next) {
        if (shown != next) {
            attach(next);
        }
        if (lock != null) {
            // Also for the slider that is shown already: the text size may have changed.
            double width = TextScaling.of(DIMENSION_WIDTH + extraWidth(next.kind()));
            name.setMinWidth(width);
            name.setPrefWidth(width);
        }
    }

    private void attach(LatentSlider next) {
        release();
        shown = next;
        showing = true;
        slider.setMin(next.min());
        slider.setMax(next.max());
        slider.setBlockIncrement((next.max() - next.min()) / KEY_STEPS);
        showing = false;
        next.valueProperty().addListener(valueListener);
        boolean direction = next.kind() == LatentSlider.Kind.DIRECTION;
        name.setText(direction ? next.name() + "  " + NumberFormats.percent(next.share()) : next.name());
        if (lock == null) {
            slider.setId("latentSlider" + next.index());
            slider.setAccessibleText(Messages.text("latent.slider", Integer.toString(next.index() + 1)));
        } else {
            next.lockedProperty().addListener(lockListener);
            next.movedProperty().addListener(movedListener);
            pseudoClassStateChanged(MOVED, next.movedProperty().get());
            slider.setId("exploreSlider" + next.kind() + next.index());
            lock.setId("exploreLock" + next.kind() + next.index());
            slider.setAccessibleText(Messages.text("explore.slider", next.name()));
        }
        showValue();
        showLock();
    }

    /** Stops listening to the slider that is shown. */
    void release() {
        if (shown != null) {
            shown.valueProperty().removeListener(valueListener);
            shown.lockedProperty().removeListener(lockListener);
            shown.movedProperty().removeListener(movedListener);
            shown = null;
        }
    }

    private void showValue() {
        LatentSlider now = shown;
        if (now == null) {
            return;
        }
        double number = now.valueProperty().get();
        showing = true;
        // A value beyond the range leaves the thumb at the end; the number beside it is the value.
        slider.setValue(Math.max(now.min(), Math.min(now.max(), number)));
        showing = false;
        value.setText(
                now.kind() == LatentSlider.Kind.CLASS ? NumberFormats.length(number) : NumberFormats.sigma(number));
    }

    private void showLock() {
        if (lock != null) {
            boolean locked = shown != null && shown.lockedProperty().get();
            lock.setSelected(locked);
            lock.setGraphic(IconFactory.of(locked ? Feather.LOCK : Feather.UNLOCK, "muted"));
            slider.setDisable(locked);
        }
    }

    private void moved(double newValue) {
        if (!showing && shown != null) {
            sliders.set(shown, newValue);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && shown != null) {
            sliders.resetOne(shown);
            event.consume();
        }
    }

    private EventHandler<KeyEvent> keys() {
        return ExploreKeys.SLIDER.handlerIf(Map.of(
                ExploreKeys.SLIDER_UP,
                event -> ifShown(now -> sliders.set(now, now.valueProperty().get() + PAGE)),
                ExploreKeys.SLIDER_DOWN,
                event -> ifShown(now -> sliders.set(now, now.valueProperty().get() - PAGE)),
                ExploreKeys.SLIDER_RESET,
                event -> ifShown(sliders::resetOne),
                ExploreKeys.SLIDER_LOCK,
                event -> ifShown(now -> now.lockedProperty().set(true)),
                ExploreKeys.SLIDER_NAME,
                event -> shown != null && shown.kind() == LatentSlider.Kind.DIRECTION && ifShown(this::rename)));
    }

    private boolean ifShown(Consumer<LatentSlider> work) {
        LatentSlider now = shown;
        if (now != null) {
            work.accept(now);
        }
        return now != null;
    }
}
