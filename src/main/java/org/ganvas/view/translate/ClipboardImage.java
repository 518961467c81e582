package org.ganvas.view.translate;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;

/** The image on the system's clipboard. FX thread. */
final class ClipboardImage {

    private ClipboardImage() {}

    /** Copies the image, or the file of one, to the board; does nothing if there is none. */
    static void paste(DrawingBoardViewModel board) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Image image = clipboard.getImage();
        if (image != null && image.getPixelReader() != null) {
            int columns = (int) image.getWidth();
            int rows = (int) image.getHeight();
            int[] colours = new int[columns * rows];
            image.getPixelReader()
                    .getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), colours, 0, columns);
            for (int i = 0; i < colours.length; i++) {
                colours[i] = onWhite(colours[i]);
            }
            board.paste(colours, columns);
        } else if (clipboard.hasFiles() && !clipboard.getFiles().isEmpty()) {
            board.openFile(clipboard.getFiles().get(0).toPath());
        }
    }

    /** Transparency becomes white, as in files. */
    private static int onWhite(int argb) {
        int opacity = argb >>> 24;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int level = (argb >> shift & 0xFF) * opacity + 0xFF * (0xFF - opacity);
            colour |= (level + 127) / 0xFF << shift;
        }
        return colour;
    }
}
