package org.ganvas.view;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.ganvas.view.fx.WindowTheme;

/**
 * Splash of the window until its content is built: the logo on the theme's background. Shapes only, without style sheet
 * or text, because reading those takes longer than everything else up to the first frame. FX thread.
 */
public final class SplashScene extends Pane {

    private static final double LOGO_SIZE = 96;

    /** Colours of the style sheets a theme, by their role. */
    static final Map<WindowTheme.Mode, Map<String, String>> COLOURS = Map.of(
            WindowTheme.Mode.DARK,
            Map.of("window", "#0a0d12", "real", "#1fbf92", "generator", "#f08339", "discriminator", "#4ba3e3"),
            WindowTheme.Mode.LIGHT,
            Map.of("window", "#eef1f4", "real", "#009e73", "generator", "#d55e00", "discriminator", "#0072b2"));

    private final Map<String, String> colours;
    private boolean startAsked;

    private SplashScene(WindowTheme.Mode mode) {
        colours = coloursOf(mode);
        LogoView.eachPixel(this::add);
        getChildren().forEach(this::centre);
    }

    /** Splash scene in the theme's colours. */
    public static Scene scene(WindowTheme.Mode mode) {
        SplashScene splash = new SplashScene(mode);
        Scene scene = new Scene(splash, Color.web(coloursOf(mode).getOrDefault("window", "black")));
        scene.setOnKeyPressed(event -> splash.startAsked |= event.getCode() == KeyCode.SPACE);
        return scene;
    }

    /** Ends the splash of a scene. @return whether Space was pressed meanwhile, which starts training as soon as it can */
    public static boolean end(Scene scene) {
        scene.setOnKeyPressed(null);
        return scene.getRoot() instanceof SplashScene splash && splash.startAsked;
    }

    /** Whether a window still shows the splash. */
    public static boolean isIn(Scene scene) {
        return scene.getRoot() instanceof SplashScene;
    }

    private static Map<String, String> coloursOf(WindowTheme.Mode mode) {
        return COLOURS.getOrDefault(mode, Map.of());
    }

    private void add(String actor, int row, int column) {
        double side = LOGO_SIZE / LogoView.SIDE;
        Rectangle pixel = new Rectangle(column * side, row * side, side - 4, side - 4);
        pixel.setArcWidth(6);
        pixel.setArcHeight(6);
        pixel.setFill(Color.web(colours.getOrDefault(actor, "gray")));
        getChildren().add(pixel);
    }

    private void centre(Node pixel) {
        pixel.translateXProperty().bind(widthProperty().subtract(LOGO_SIZE).divide(2));
        pixel.translateYProperty().bind(heightProperty().subtract(LOGO_SIZE).divide(2));
    }
}
