package org.ganvas.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ganvas.session.run.PictureGrid;

/** Small pictures of latents, for favourites. Pure functions, any thread. */
public final class LatentPicture {

    private static final int PIXELS = 96;

    private LatentPicture() {}

    /** A PNG of the first picture of a grid; empty where there is nothing to show, as of points of the plane. */
    public static byte[] png(PictureGrid grid) {
        if (grid.shape().isPoint() || grid.shape().width() > 4 * PIXELS) {
            return new byte[0];
        }
        float[] first = new float[grid.shape().size()];
        System.arraycopy(grid.pixels(), 0, first, 0, first.length);
        PictureGrid one = new PictureGrid(grid.shape(), 1, 1, first, new int[0], grid.step());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            PictureExport.write(one, SheetStyle.fitting(one, 0, PIXELS), Map.of(), png);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return png.toByteArray();
    }
}
