package org.ganvas.view.keys;

import java.util.List;
import javafx.scene.input.KeyCode;

/** Keys of the Train screen; the timeline is on the Lab screen too. */
public final class TrainKeys {

    public static final KeyLine BACK =
            KeyLine.of("keys.timeline.back", KeyCode.LEFT).or(KeyCode.DOWN);
    public static final KeyLine FORTH =
            KeyLine.of("keys.timeline.forth", KeyCode.RIGHT).or(KeyCode.UP);
    public static final KeyLine FAR_BACK = KeyLine.of("keys.timeline.farBack", KeyCode.PAGE_DOWN);
    public static final KeyLine FAR_FORTH = KeyLine.of("keys.timeline.farForth", KeyCode.PAGE_UP);
    public static final KeyLine FIRST = KeyLine.of("keys.timeline.first", KeyCode.HOME);
    public static final KeyLine LIVE = KeyLine.of("keys.timeline.live", KeyCode.END);
    public static final ControlKeys TIMELINE =
            ControlKeys.of("keys.timeline", BACK, FORTH, FAR_BACK, FAR_FORTH, FIRST, LIVE);

    public static final KeyLine ZOOM_IN = KeyLine.plus("keys.zoomIn");
    public static final KeyLine ZOOM_OUT = KeyLine.minus("keys.zoomOut");
    public static final KeyLine PAN = KeyLine.of("keys.move", KeyCode.LEFT, KeyCode.RIGHT);
    public static final KeyLine WHOLE = KeyLine.of("keys.whole", KeyCode.HOME);
    public static final ControlKeys CHARTS = ControlKeys.of("pane.charts", ZOOM_IN, ZOOM_OUT, PAN, WHOLE);

    public static final KeyLine MOVE_LATENT =
            KeyLine.of("keys.move", KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);
    public static final ControlKeys LATENT_PAD = ControlKeys.of("latent.pad.title", MOVE_LATENT);

    private TrainKeys() {}

    public static List<ControlKeys> all() {
        return List.of(TIMELINE, CHARTS, LATENT_PAD);
    }
}
