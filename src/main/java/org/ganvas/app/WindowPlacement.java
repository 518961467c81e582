package org.ganvas.app;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ganvas.view.fx.FxThread;
import org.jspecify.annotations.Nullable;

/**
 * Size and place of the window: remembered ones where they still fit a screen, otherwise most of the first screen,
 * centred. FX thread.
 */
final class WindowPlacement {

    static final double MIN_WIDTH = 1024;
    static final double MIN_HEIGHT = 640;

    private static final double SHARE_OF_SCREEN = 0.85;
    private static final String X = "window.x";
    private static final String Y = "window.y";
    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMIZED = "window.maximized";
    private static final double MOST = 32_000;

    private final Stage stage;
    private final Rectangle2D wanted;
    private final Rectangle2D screen;
    private Rectangle2D normal;

    /** Placement of a window before it is shown. */
    WindowPlacement(Stage stage, SettingsFile settings) {
        this.stage = stage;
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        wanted = bounds(settings, screens);
        normal = wanted;
        screen = screenOf(wanted, screens);
    }

    /**
     * Bounds for the window.
     *
     * @param screens areas of the screens without panels and docks, the first one first
     */
    static Rectangle2D bounds(SettingsFile settings, List<Rectangle2D> screens) {
        Rectangle2D first = screens.get(0);
        double width = settings.get(WIDTH, Double.NaN, 1, MOST);
        double height = settings.get(HEIGHT, Double.NaN, 1, MOST);
        double x = settings.get(X, Double.NaN, -MOST, MOST);
        double y = settings.get(Y, Double.NaN, -MOST, MOST);
        if (Double.isNaN(width) || Double.isNaN(height)) {
            return centred(first, SHARE_OF_SCREEN * first.getWidth(), SHARE_OF_SCREEN * first.getHeight());
        }
        if (!Double.isNaN(x) && !Double.isNaN(y)) {
            Rectangle2D kept = new Rectangle2D(x, y, width, height);
            if (screens.stream().anyMatch(each -> each.contains(kept))) {
                return kept;
            }
        }
        return centred(first, width, height);
    }

    /** A window of at least the smallest size and at most that of the screen. */
    private static Rectangle2D centred(Rectangle2D screen, double width, double height) {
        double w = Math.rint(Math.min(screen.getWidth(), Math.max(MIN_WIDTH, width)));
        double h = Math.rint(Math.min(screen.getHeight(), Math.max(MIN_HEIGHT, height)));
        return new Rectangle2D(
                Math.rint(screen.getMinX() + (screen.getWidth() - w) / 2),
                Math.rint(screen.getMinY() + (screen.getHeight() - h) / 2),
                w,
                h);
    }

    private static Rectangle2D screenOf(Rectangle2D window, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(each -> each.contains(window))
                .findFirst()
                .orElse(screens.get(0));
    }

    Stage stage() {
        return stage;
    }

    /** Places the window before it is shown. */
    void apply(SettingsFile settings) {
        // Some window managers open a window in the least size it allows, whatever it asks for.
        stage.setMinWidth(wanted.getWidth());
        stage.setMinHeight(wanted.getHeight());
        setBounds();
        if (Boolean.parseBoolean(settings.get(MAXIMIZED, "false"))) {
            stage.setMaximized(true);
        }
        stage.xProperty().addListener((property, old, now) -> boundsChanged());
        stage.yProperty().addListener((property, old, now) -> boundsChanged());
        stage.widthProperty().addListener((property, old, now) -> boundsChanged());
        stage.heightProperty().addListener((property, old, now) -> boundsChanged());
    }

    /** Makes the window resizable once it is on the screen, and puts it where it was to be. */
    void settle() {
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            setBounds();
        }
    }

    private void setBounds() {
        stage.setX(wanted.getMinX());
        stage.setY(wanted.getMinY());
        stage.setWidth(wanted.getWidth());
        stage.setHeight(wanted.getHeight());
    }

    private void boundsChanged() {
        // Later, because a maximised window may have its new size before it is said to be maximised.
        FxThread.later(() -> {
            Rectangle2D now = current();
            if (now != null) {
                normal = now;
            }
        });
    }

    /** Bounds of the window; null while it has other ones than its own. */
    private @Nullable Rectangle2D current() {
        boolean own = stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
        return own && stage.getWidth() > 0 && stage.getHeight() > 0
                ? new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                : null;
    }

    /** Stores size, place and whether the window is maximised. */
    void save(SettingsFile settings) {
        Rectangle2D now = current();
        Rectangle2D kept = now != null ? now : normal;
        settings.put(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        settings.put(X, Double.toString(kept.getMinX()));
        settings.put(Y, Double.toString(kept.getMinY()));
        settings.put(WIDTH, Double.toString(kept.getWidth()));
        settings.put(HEIGHT, Double.toString(kept.getHeight()));
    }
}
