package org.ganvas.view;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The mark: the generator's colour turning into the real one, pixel by pixel. FX thread. */
final class LogoView {

    /** r is real, g the generator, d the discriminator, a dot is empty. */
    private static final String[] PIXELS = {"gg.r", "ggrr", "gdrr", "g.dr"};

    /** Pixels in a row and in a column. */
    static final int SIDE = PIXELS.length;

    private LogoView() {}

    /** Takes what a pixel stands for, its row and its column. */
    interface PixelTaker {
        void take(String actor, int row, int column);
    }

    /** Goes through the pixels that are not empty. */
    static void eachPixel(PixelTaker taker) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                String actor = actor(PIXELS[row].charAt(column));
                if (!actor.isEmpty()) {
                    taker.take(actor, row, column);
                }
            }
        }
    }

    private static String actor(char letter) {
        return switch (letter) {
            case 'g' -> "generator";
            case 'd' -> "discriminator";
            case 'r' -> "real";
            default -> "";
        };
    }

    static Region mark(double size) {
        GridPane grid = new GridPane(1, 1);
        grid.getStyleClass().add("logo");
        double side = (size - SIDE + 1) / SIDE;
        eachPixel((actor, row, column) -> grid.add(pixel(actor, side), column, row));
        grid.setMinSize(size, size);
        grid.setMaxSize(size, size);
        return grid;
    }

    private static Region pixel(String actor, double side) {
        Region pixel = new Region();
        pixel.setMinSize(side, side);
        pixel.setPrefSize(side, side);
        pixel.getStyleClass().addAll("logo-pixel", actor);
        return pixel;
    }
}
