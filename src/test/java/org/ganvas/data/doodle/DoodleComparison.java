package org.ganvas.data.doodle;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.MnistLocation;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;

/**
 * Image of 64 doodles beside 64 of MNIST's digits, and statistics of both on the console. Not a test; started manually: {@code java -cp target/classes:target/test-classes org.ganvas.data.doodle.DoodleComparison sheet.png [first]}.
 */
final class DoodleComparison {

    private static final int SIDE = 28;
    private static final int ACROSS = 8;
    private static final int ZOOM = 4;
    private static final int MEASURED = 10_000;

    private DoodleComparison() {}

    public static void main(String[] arguments) throws DataException, IOException {
        int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        Dataset doodles = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        Dataset mnist = DatasetRegistry.open(MnistLocation.find().orElseThrow().toString(), ProgressListener.NONE);
        int half = ACROSS * SIDE * ZOOM;
        BufferedImage sheet = new BufferedImage(2 * half + ZOOM, half, BufferedImage.TYPE_INT_RGB);
        draw(doodles, first, sheet, 0);
        draw(mnist, first, sheet, half + ZOOM);
        ImageIO.write(sheet, "png", new File(arguments[0]));
        System.out.println("doodles " + InkStatistics.of(doodles, MEASURED));
        System.out.println("MNIST   " + InkStatistics.of(mnist, MEASURED));
    }

    private static void draw(Dataset set, int first, BufferedImage sheet, int left) {
        for (int i = 0; i < ACROSS * ACROSS; i++) {
            float[] ink = InkStatistics.ink(set, first + i);
            int x = left + i % ACROSS * SIDE * ZOOM;
            int y = i / ACROSS * SIDE * ZOOM;
            for (int p = 0; p < SIDE * SIDE * ZOOM * ZOOM; p++) {
                int column = p % (SIDE * ZOOM);
                int row = p / (SIDE * ZOOM);
                int grey = Math.round(255 * ink[row / ZOOM * SIDE + column / ZOOM]);
                sheet.setRGB(x + column, y + row, grey * 0x010101);
            }
        }
    }
}
