package org.ganvas.project.media;

import java.util.Locale;
import org.ganvas.session.run.SampleGrid;

/**
 * Layout of a contact sheet. Immutable, any thread.
 *
 * @param magnification pixels of the sheet per pixel of an image, 1 to 64; whole, so that pixels stay sharp
 * @param gap pixels of the sheet between images, 0 to 64
 */
public record ContactSheetStyle(int magnification, int gap) {

    private static final int MAX = 64;

    public ContactSheetStyle {
        if (magnification < 1 || magnification > MAX || gap < 0 || gap > MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A sheet is magnified 1 to 64 times with gaps of 0 to 64 pixels, not %d with %d.",
                    magnification,
                    gap));
        }
    }

    /** The largest whole magnification at which the longer side stays within {@code pixels}. */
    public static ContactSheetStyle fitting(SampleGrid grid, int gap, int pixels) {
        int across = (pixels - (grid.columns() - 1) * gap)
                / (grid.columns() * grid.shape().width());
        int down =
                (pixels - (grid.rows() - 1) * gap) / (grid.rows() * grid.shape().height());
        return new ContactSheetStyle(Math.max(1, Math.min(MAX, Math.min(across, down))), gap);
    }

    int width(SampleGrid grid) {
        return grid.columns() * (grid.shape().width() * magnification + gap) - gap;
    }

    int height(SampleGrid grid) {
        return grid.rows() * (grid.shape().height() * magnification + gap) - gap;
    }
}
