package org.ganvas.view.keys;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys of the Explore screen. */
public final class ExploreKeys {

    public static final KeyLine MOVE =
            KeyLine.of("keys.preview.move", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final KeyLine MOVE_FAR = KeyLine.of(
                    "keys.preview.far", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)
            .with(KeyCombination.SHIFT_DOWN);
    public static final KeyLine ZOOM_IN = KeyLine.plus("keys.zoomIn");
    public static final KeyLine ZOOM_OUT = KeyLine.minus("keys.zoomOut");
    public static final KeyLine INTO_SLOT = KeyLine.of("keys.slot", KeyCode.A, KeyCode.B, KeyCode.C, KeyCode.D);
    public static final KeyLine RESET = KeyLine.of("keys.preview.reset", KeyCode.HOME);
    public static final ControlKeys PREVIEW =
            ControlKeys.of("explore.preview.title", MOVE, MOVE_FAR, ZOOM_IN, ZOOM_OUT, INTO_SLOT, RESET);

    public static final KeyLine MARK =
            KeyLine.of("keys.grid.choose", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final KeyLine OPEN = KeyLine.of("explore.cell.open", KeyCode.ENTER);
    public static final KeyLine FIND = KeyLine.of("explore.cell.find", KeyCode.F);
    public static final KeyLine KEEP = KeyLine.of("explore.cell.keep", KeyCode.K);
    public static final ControlKeys GRID = ControlKeys.of("pane.samples", MARK, OPEN, INTO_SLOT, FIND, KEEP);

    public static final KeyLine USE_SLOT = KeyLine.of("keys.slot.use", KeyCode.ENTER);
    public static final KeyLine FILL_SLOT = KeyLine.of("keys.slot.fill", KeyCode.INSERT);
    public static final KeyLine CLEAR_SLOT =
            KeyLine.of("explore.slot.clear", KeyCode.DELETE).or(KeyCode.BACK_SPACE);
    public static final ControlKeys SLOT = ControlKeys.of("explore.slot.title", USE_SLOT, FILL_SLOT, CLEAR_SLOT);

    public static final KeyLine REMOVE =
            KeyLine.of("explore.favourites.remove", KeyCode.DELETE).or(KeyCode.BACK_SPACE);
    public static final KeyLine RENAME = KeyLine.of("explore.favourites.rename", KeyCode.F2);
    public static final ControlKeys FAVOURITE = ControlKeys.of("keys.favourite", REMOVE, RENAME, INTO_SLOT);

    public static final KeyLine SLIDER_UP = KeyLine.of("keys.slider.up", KeyCode.PAGE_UP);
    public static final KeyLine SLIDER_DOWN = KeyLine.of("keys.slider.down", KeyCode.PAGE_DOWN);
    public static final KeyLine SLIDER_RESET =
            KeyLine.of("keys.slider.reset", KeyCode.DELETE).or(KeyCode.BACK_SPACE);
    public static final KeyLine SLIDER_LOCK = KeyLine.of("keys.slider.lock", KeyCode.L);
    public static final KeyLine SLIDER_NAME = KeyLine.of("keys.slider.name", KeyCode.F2);
    public static final ControlKeys SLIDER =
            ControlKeys.of("pane.sliders", SLIDER_UP, SLIDER_DOWN, SLIDER_RESET, SLIDER_LOCK, SLIDER_NAME);

    public static final KeyLine ADD_KEYFRAME = KeyLine.of("keys.film.add", KeyCode.K);
    public static final ControlKeys FILM = ControlKeys.of("pane.film", ADD_KEYFRAME);

    public static final KeyLine KEYFRAME_CHOOSE = KeyLine.of("keys.film.choose", KeyCode.ENTER);
    public static final KeyLine KEYFRAME_REMOVE =
            KeyLine.of("keys.film.remove", KeyCode.DELETE).or(KeyCode.BACK_SPACE);
    public static final KeyLine KEYFRAME_MOVE =
            KeyLine.of("keys.film.move", KeyCode.LEFT, KeyCode.RIGHT).with(KeyCombination.SHORTCUT_DOWN);
    public static final KeyLine KEYFRAME_MOVE_ALT =
            KeyLine.of("keys.film.move", KeyCode.LEFT, KeyCode.RIGHT).with(KeyCombination.ALT_DOWN);
    public static final ControlKeys KEYFRAME =
            ControlKeys.of("film.keyframe.title", KEYFRAME_CHOOSE, KEYFRAME_REMOVE, KEYFRAME_MOVE, KEYFRAME_MOVE_ALT);

    private ExploreKeys() {}

    /** Index of the slot of a key. */
    public static int slot(KeyEvent event) {
        return event.getCode().ordinal() - KeyCode.A.ordinal();
    }

    public static List<ControlKeys> all() {
        return List.of(PREVIEW, GRID, SLOT, FAVOURITE, SLIDER, FILM, KEYFRAME);
    }
}
