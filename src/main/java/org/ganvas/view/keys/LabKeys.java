package org.ganvas.view.keys;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.ganvas.data.drawing.DrawingTool;

/** Keys of the Lab screen. */
public final class LabKeys {

    public static final KeyLine LAYERS = KeyLine.of(
                    "keys.layers",
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9,
                    KeyCode.DIGIT0)
            .or(
                    KeyCode.NUMPAD1,
                    KeyCode.NUMPAD2,
                    KeyCode.NUMPAD3,
                    KeyCode.NUMPAD4,
                    KeyCode.NUMPAD5,
                    KeyCode.NUMPAD6,
                    KeyCode.NUMPAD7,
                    KeyCode.NUMPAD8,
                    KeyCode.NUMPAD9,
                    KeyCode.NUMPAD0);
    public static final ControlKeys SCREEN = ControlKeys.of("screen.lab.title", LAYERS);

    public static final KeyLine ZOOM_IN = KeyLine.plus("keys.zoomIn");
    public static final KeyLine ZOOM_OUT = KeyLine.minus("keys.zoomOut");
    public static final KeyLine MOVE = KeyLine.of("keys.move", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final KeyLine WHOLE = KeyLine.of("keys.whole", KeyCode.HOME);
    public static final ControlKeys PLOT = ControlKeys.of("lab.plot.title", ZOOM_IN, ZOOM_OUT, MOVE, WHOLE);

    public static final KeyLine NEXT_SENTENCE = KeyLine.of("keys.slow.next", KeyCode.RIGHT);
    public static final KeyLine PREVIOUS_SENTENCE = KeyLine.of("keys.slow.previous", KeyCode.LEFT);
    public static final KeyLine END_SLOWLY = KeyLine.of("keys.slow.end", KeyCode.ESCAPE);
    public static final ControlKeys SLOW_MOTION =
            ControlKeys.of("lab.slow.title", NEXT_SENTENCE, PREVIOUS_SENTENCE, END_SLOWLY);

    public static final KeyLine UNIT =
            KeyLine.of("keys.neurons.choose", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final KeyLine PLACE = KeyLine.of(
                    "keys.neurons.place", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)
            .with(KeyCombination.SHIFT_DOWN);
    public static final KeyLine WEIGHT = KeyLine.of("keys.neurons.weight", KeyCode.ENTER);
    public static final KeyLine LEAVE_UNIT = KeyLine.of("keys.neurons.leave", KeyCode.ESCAPE);
    public static final ControlKeys NEURONS = ControlKeys.of("lab.neurons.title", UNIT, PLACE, WEIGHT, LEAVE_UNIT);

    public static final KeyLine LARGER_RADIUS = KeyLine.plus("keys.board.larger");
    public static final KeyLine SMALLER_RADIUS = KeyLine.minus("keys.board.smaller");
    public static final Map<DrawingTool, KeyLine> TOOLS = tools();
    public static final ControlKeys BOARD = board();

    public static final KeyLine POINTER =
            KeyLine.of("keys.board.pointer", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final KeyLine STROKE = KeyLine.of("keys.board.stroke", KeyCode.ENTER);
    public static final KeyLine NO_STROKE = KeyLine.of("keys.board.cancel", KeyCode.ESCAPE);
    public static final KeyLine UNDO = KeyLine.of("keys.board.undo", KeyCode.Z).with(KeyCombination.SHORTCUT_DOWN);
    public static final KeyLine REDO = KeyLine.of("keys.board.redo", KeyCode.Y)
            .with(KeyCombination.SHORTCUT_DOWN)
            .or(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
    public static final ControlKeys BOARD_PLOT =
            ControlKeys.of("lab.board.title", POINTER, STROKE, NO_STROKE, UNDO, REDO);

    public static final KeyLine START =
            KeyLine.of("keys.dirac.start", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final ControlKeys DIRAC = ControlKeys.of("lab.dirac.title", START);

    private LabKeys() {}

    private static Map<DrawingTool, KeyLine> tools() {
        Map<DrawingTool, KeyLine> tools = new EnumMap<>(DrawingTool.class);
        for (DrawingTool tool : DrawingTool.values()) {
            tools.put(tool, KeyLine.of("lab.board.tool." + tool, keyOf(tool)));
        }
        return tools;
    }

    private static ControlKeys board() {
        List<KeyLine> lines = new ArrayList<>(TOOLS.values());
        lines.add(LARGER_RADIUS);
        lines.add(SMALLER_RADIUS);
        return new ControlKeys("lab.board.title", List.copyOf(lines));
    }

    /** The key that chooses a tool. */
    public static KeyCode keyOf(DrawingTool tool) {
        return switch (tool) {
            case BRUSH -> KeyCode.B;
            case SPRAY -> KeyCode.P;
            case LINE -> KeyCode.L;
            case RING -> KeyCode.R;
            case BLOB -> KeyCode.O;
            case ERASER -> KeyCode.E;
        };
    }

    public static List<ControlKeys> all() {
        return List.of(SCREEN, PLOT, SLOW_MOTION, NEURONS, BOARD, BOARD_PLOT, DIRAC);
    }
}
