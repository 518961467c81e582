package org.ganvas.project.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ganvas.session.run.SampleGrid;

/** Thumbnails of favourite latents. Pure functions, any thread. */
public final class LatentThumbnailRenderer {

    private static final int PIXELS = 96;

    private LatentThumbnailRenderer() {}

    /** A PNG of the first image of a grid; empty where there is nothing to show, as with 2-D points. */
    public static byte[] png(SampleGrid grid) {
        if (grid.shape().isPoint() || grid.shape().width() > 4 * PIXELS) {
            return new byte[0];
        }
        float[] first = new float[grid.shape().size()];
        System.arraycopy(grid.pixels(), 0, first, 0, first.length);
        SampleGrid one = new SampleGrid(grid.shape(), 1, 1, first, new int[0], grid.step());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageExport.write(one, ContactSheetStyle.fitting(one, 0, PIXELS), Map.of(), png);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return png.toByteArray();
    }
}
