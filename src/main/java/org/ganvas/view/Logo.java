package org.ganvas.view;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The mark: the generator's colour turning into the real one, pixel by pixel. FX thread. */
final class Logo {

    /** r is real, g the generator, d the discriminator, a dot is empty. */
    private static final String[] PIXELS = {"gg.r", "ggrr", "gdrr", "g.dr"};

    private Logo() {}

    static Region mark(double size) {
        GridPane grid = new GridPane(1, 1);
        grid.getStyleClass().add("logo");
        double side = (size - PIXELS.length + 1) / PIXELS.length;
        for (int row = 0; row < PIXELS.length; row++) {
            for (int column = 0; column < PIXELS[row].length(); column++) {
                grid.add(pixel(PIXELS[row].charAt(column), side), column, row);
            }
        }
        grid.setMinSize(size, size);
        grid.setMaxSize(size, size);
        return grid;
    }

    private static Region pixel(char actor, double side) {
        Region pixel = new Region();
        pixel.setMinSize(side, side);
        pixel.setPrefSize(side, side);
        pixel.getStyleClass().add("logo-pixel");
        switch (actor) {
            case 'g' -> pixel.getStyleClass().add("generator");
            case 'd' -> pixel.getStyleClass().add("discriminator");
            case 'r' -> pixel.getStyleClass().add("real");
            default -> pixel.setVisible(false);
        }
        return pixel;
    }
}
