package org.ganvas.view;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.ganvas.view.fx.Theme;

/**
 * What the window shows until its content is built: the mark on the theme's ground. Drawn with shapes and without a style
 * sheet or text, because reading those takes longer than everything else up to the first frame. FX thread.
 */
public final class Opening extends Pane {

    private static final double MARK = 96;

    /** Colours of the style sheets, by what they are for there. */
    static final Map<Theme.Mode, Map<String, String>> COLOURS = Map.of(
            Theme.Mode.DARK,
            Map.of("window", "#0a0d12", "real", "#1fbf92", "generator", "#f08339", "discriminator", "#4ba3e3"),
            Theme.Mode.LIGHT,
            Map.of("window", "#eef1f4", "real", "#009e73", "generator", "#d55e00", "discriminator", "#0072b2"));

    private final Map<String, String> colours;

    private Opening(Theme.Mode mode) {
        colours = coloursOf(mode);
        Logo.eachPixel(this::add);
        getChildren().forEach(this::centre);
    }

    /** A scene for a window that is to be seen at once. */
    public static Scene scene(Theme.Mode mode, double width, double height) {
        return new Scene(
                new Opening(mode), width, height, Color.web(coloursOf(mode).getOrDefault("window", "black")));
    }

    /** Whether a window still shows this, and waits for its content. */
    public static boolean isIn(Scene scene) {
        return scene.getRoot() instanceof Opening;
    }

    private static Map<String, String> coloursOf(Theme.Mode mode) {
        return COLOURS.getOrDefault(mode, Map.of());
    }

    private void add(String actor, int row, int column) {
        double side = MARK / Logo.SIDE;
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
