package org.ganvas.session.film;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Frames of a film at a frame rate, rendered in batches on demand. Used by one thread. */
public final class FilmReel {

    /** A generator renders several images in little more time than one. */
    private static final int BATCH = 16;

    private final FilmPath path;
    private final double framesPerSecond;
    private final boolean averaged;
    private final Function<LatentRequest, SampleGrid> generator;
    private @Nullable SampleGrid batch;
    private int firstOfBatch;

    /**
     * @param averaged whether to render with G's averaged weights
     */
    public FilmReel(
            LatentFilm film, double framesPerSecond, boolean averaged, Function<LatentRequest, SampleGrid> generator) {
        path = new FilmPath(film);
        this.framesPerSecond = framesPerSecond;
        this.averaged = averaged;
        this.generator = generator;
    }

    public int frameCount() {
        return path.frameCount(framesPerSecond);
    }

    /** One frame; fast if frames are requested in order. */
    public SampleGrid frame(int index) {
        SampleGrid rendered = batch;
        if (rendered == null || index < firstOfBatch || index >= firstOfBatch + rendered.count()) {
            firstOfBatch = index;
            rendered = render(index, Math.min(BATCH, frameCount() - index), 1);
            batch = rendered;
        }
        return imageOf(rendered, index - firstOfBatch);
    }

    /**
     * Frames of the whole film at equal distances, as many as fill their rows.
     *
     * @param columns at most
     * @param rows at most
     */
    public SampleGrid contactSheet(int columns, int rows) {
        int across = Math.min(columns, frameCount());
        int down = Math.max(1, Math.min(rows, frameCount() / across));
        SampleGrid row = render(0, across * down, (double) frameCount() / (across * down));
        return new SampleGrid(row.shape(), down, across, row.pixels(), new int[0], row.step());
    }

    private SampleGrid render(int from, int number, double distance) {
        List<LatentPoint> points = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            points.add(path.frame(from + (int) (i * distance), framesPerSecond));
        }
        return generator.apply(LatentPoints.request(points, averaged));
    }

    /** One image of a row. */
    public static SampleGrid imageOf(SampleGrid row, int index) {
        int size = row.shape().size();
        float[] pixels = new float[size];
        System.arraycopy(row.pixels(), index * size, pixels, 0, size);
        return new SampleGrid(row.shape(), 1, 1, pixels, new int[0], row.step());
    }
}
