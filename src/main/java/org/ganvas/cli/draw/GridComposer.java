package org.ganvas.cli.draw;

import java.util.List;
import org.ganvas.session.run.SampleGrid;

/** Composition of sample grids from rows. Pure functions, any thread. */
public final class GridComposer {

    private GridComposer() {}

    /** One grid of all rows, which have the same shape and length. */
    public static SampleGrid stack(List<SampleGrid> rows) {
        SampleGrid first = rows.get(0);
        float[] pixels = new float[rows.size() * first.pixels().length];
        int[] labels = new int[rows.size() * first.labels().length];
        for (int row = 0; row < rows.size(); row++) {
            SampleGrid part = rows.get(row);
            System.arraycopy(part.pixels(), 0, pixels, row * part.pixels().length, part.pixels().length);
            System.arraycopy(part.labels(), 0, labels, row * part.labels().length, part.labels().length);
        }
        return new SampleGrid(first.shape(), rows.size(), first.columns(), pixels, labels, first.step());
    }
}
