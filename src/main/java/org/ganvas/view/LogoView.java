package org.ganvas.view;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Logo of the program: pixels in the colours of generator, discriminator and real data. FX thread. */
final class LogoView {

    /** Rows of pixels: r is real, g the generator, d the discriminator, a dot is empty. */
    private static final String[] PIXELS = {"gg.r", "ggrr", "gdrr", "g.dr"};

    /** Pixels in a row and in a column. */
    static final int SIDE = PIXELS.length;

    private LogoView() {}

    /** Visitor of a pixel: the style class of its actor, its row and its column. */
    interface PixelVisitor {
        void visit(String actor, int row, int column);
    }

    /** Calls the visitor for every pixel that is not empty. */
    static void eachPixel(PixelVisitor visitor) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                String actor = actor(PIXELS[row].charAt(column));
                if (!actor.isEmpty()) {
                    visitor.visit(actor, row, column);
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

    static Region logo(double size) {
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
