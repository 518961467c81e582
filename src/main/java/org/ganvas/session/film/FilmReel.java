package org.ganvas.session.film;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** The pictures of a film at a pace, drawn some at a time as they are asked for. Used by one thread. */
public final class FilmReel {

    /** A generator draws several pictures in little more time than one. */
    private static final int BATCH = 16;

    private final FilmPath path;
    private final double framesPerSecond;
    private final boolean averaged;
    private final Function<LatentRequest, SampleGrid> generator;
    private @Nullable SampleGrid drawn;
    private int first;

    /**
     * @param averaged whether G's averaged weights draw
     */
    public FilmReel(
            Film film, double framesPerSecond, boolean averaged, Function<LatentRequest, SampleGrid> generator) {
        path = new FilmPath(film);
        this.framesPerSecond = framesPerSecond;
        this.averaged = averaged;
        this.generator = generator;
    }

    public int count() {
        return path.frames(framesPerSecond);
    }

    /** One picture; quick if they are asked for in order. */
    public SampleGrid frame(int index) {
        SampleGrid batch = drawn;
        if (batch == null || index < first || index >= first + batch.count()) {
            first = index;
            batch = draw(index, Math.min(BATCH, count() - index), 1);
            drawn = batch;
        }
        return cut(batch, index - first);
    }

    /**
     * Pictures of the whole film at even distances, as many as fill their rows.
     *
     * @param columns at most
     * @param rows at most
     */
    public SampleGrid sheet(int columns, int rows) {
        int across = Math.min(columns, count());
        int down = Math.max(1, Math.min(rows, count() / across));
        SampleGrid row = draw(0, across * down, (double) count() / (across * down));
        return new SampleGrid(row.shape(), down, across, row.pixels(), new int[0], row.step());
    }

    private SampleGrid draw(int from, int number, double distance) {
        List<LatentPoint> points = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            points.add(path.frame(from + (int) (i * distance), framesPerSecond));
        }
        return generator.apply(LatentPoints.request(points, averaged));
    }

    /** One picture of a row. */
    public static SampleGrid cut(SampleGrid row, int index) {
        int size = row.shape().size();
        float[] pixels = new float[size];
        System.arraycopy(row.pixels(), index * size, pixels, 0, size);
        return new SampleGrid(row.shape(), 1, 1, pixels, new int[0], row.step());
    }
}
