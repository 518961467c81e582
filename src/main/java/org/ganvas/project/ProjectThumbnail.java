package org.ganvas.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.ganvas.data.ImageShape;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Thumbnail of a run inside its project: the first cells of its sample grid. Pure functions, any thread. */
final class ProjectThumbnail {

    static final String ENTRY = "thumbnail.png";
    static final int MAX_BYTES = 1 << 20;

    private static final int PIXELS = 320;
    private static final int MAX_SIDE = 2048;
    private static final int COLUMNS = 10;
    private static final int ROWS = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private ProjectThumbnail() {}

    /** The thumbnail as a PNG; null where there is nothing to show, as with 2-D points. */
    static byte @Nullable [] of(@Nullable SampleGrid grid) throws IOException {
        if (grid == null || grid.shape().isPoint() || grid.shape().width() > MAX_SIDE) {
            return null;
        }
        SampleGrid part = firstCells(grid);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageExport.write(part, ContactSheetStyle.fitting(part, 1, PIXELS), Map.of(), png);
        return png.size() <= MAX_BYTES ? png.toByteArray() : null;
    }

    private static SampleGrid firstCells(SampleGrid grid) {
        ImageShape shape = grid.shape();
        int columns = Math.min(grid.columns(), Math.max(1, Math.min(COLUMNS, PIXELS / (shape.width() + 1))));
        int rows = Math.min(grid.rows(), Math.max(1, Math.min(ROWS, PIXELS / 2 / (shape.height() + 1))));
        float[] pixels = new float[rows * columns * shape.size()];
        for (int row = 0; row < rows; row++) {
            int length = columns * shape.size();
            System.arraycopy(grid.pixels(), row * grid.columns() * shape.size(), pixels, row * length, length);
        }
        return new SampleGrid(shape, rows, columns, pixels, new int[0], grid.step());
    }

    /** Whether the bytes are a PNG of plausible size: a few bytes can claim to be an image of gigabytes. */
    static boolean isSmallPng(byte[] png) {
        if (png.length < 24 || !Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(png);
        int width = header.getInt(16);
        int height = header.getInt(20);
        return width > 0 && width <= MAX_SIDE && height > 0 && height <= MAX_SIDE;
    }
}
