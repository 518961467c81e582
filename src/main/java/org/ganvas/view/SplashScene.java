package org.ganvas.view;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.ganvas.view.fx.WindowTheme;

/**
 * What the window shows until its content is built: the mark on the theme's ground. Drawn with shapes and without a style
 * sheet or text, because reading those takes longer than everything else up to the first frame. FX thread.
 */
public final class SplashScene extends Pane {

    private static final double MARK = 96;

    /** Colours of the style sheets, by what they are for there. */
    static final Map<WindowTheme.Mode, Map<String, String>> COLOURS = Map.of(
            WindowTheme.Mode.DARK,
            Map.of("window", "#0a0d12", "real", "#1fbf92", "generator", "#f08339", "discriminator", "#4ba3e3"),
            WindowTheme.Mode.LIGHT,
            Map.of("window", "#eef1f4", "real", "#009e73", "generator", "#d55e00", "discriminator", "#0072b2"));

    private final Map<String, String> colours;

    private SplashScene(WindowTheme.Mode mode) {
        colours = coloursOf(mode);
        LogoView.eachPixel(this::add);
        getChildren().forEach(this::centre);
    }

    /** A scene for a window that is to be seen at once. */
    public static Scene scene(WindowTheme.Mode mode, double width, double height) {
        return new Scene(
                new SplashScene(mode), width, height, Color.web(coloursOf(mode).getOrDefault("window", "black")));
    }

    /** Whether a window still shows this, and waits for its content. */
    public static boolean isIn(Scene scene) {
        return scene.getRoot() instanceof SplashScene;
    }

    private static Map<String, String> coloursOf(WindowTheme.Mode mode) {
        return COLOURS.getOrDefault(mode, Map.of());
    }

    private void add(String actor, int row, int column) {
        double side = MARK / LogoView.SIDE;
        Rectangle pixel = new Rectangle(column * side, row * side, side - 4, side - 4);
        pixel.setArcWidth(6);
        pixel.setArcHeight(6);
        pixel.setFill(Color.web(colours.getOrDefault(actor, "gray")));
        getChildren().add(pixel);
    }

    private void centre(Node pixel) {
        pixel.translateXProperty().bind(widthProperty().subtract(MARK).divide(2));
        pixel.translateYProperty().bind(heightProperty().subtract(MARK).divide(2));
    }
}
