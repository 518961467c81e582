package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.ganvas.data.Progress;
import org.ganvas.scatter.ScatterData;
import org.ganvas.session.run.SampleGrid;

/** The pictures of a film, one after the other, all of one size. Made by any thread, played by one. */
public final class FilmFrames {

    private final int count;
    private final IntFunction<BufferedImage> frame;
    private final Progress progress;

    private FilmFrames(int count, IntFunction<BufferedImage> picture, Progress progress) {
        if (count < 1) {
            throw new IllegalArgumentException("A film has at least one picture.");
        }
        this.count = count;
        this.frame = picture;
        this.progress = progress;
    }

    /**
     * Grids of pictures, all with the same arrangement.
     *
     * @param style how each is painted
     * @param grid draws a frame, 0 to {@code count - 1}, in order
     * @param progress hears of every frame, and may stop the film
     */
    public static FilmFrames ofGrids(
            int count, ContactSheetStyle style, IntFunction<SampleGrid> grid, Progress progress) {
        return new FilmFrames(count, i -> ContactSheet.render(grid.apply(i), style), progress);
    }

    /**
     * Scatters of points.
     *
     * @param side pixels of either side
     */
    public static FilmFrames ofScatters(int count, int side, IntFunction<ScatterData> scatter, Progress progress) {
        return new FilmFrames(count, i -> ScatterExport.image(scatter.apply(i), side), progress);
    }

    int count() {
        return count;
    }

    /** Takes a frame. */
    @FunctionalInterface
    interface Sink {
        void add(BufferedImage picture) throws IOException;
    }

    /**
     * Draws every frame in order.
     *
     * @throws CancellationException if nobody wants the film any more
     */
    void forEach(Sink sink) throws IOException {
        for (int i = 0; i < count; i++) {
            if (progress.cancelled()) {
                throw new CancellationException("The film was stopped.");
            }
            sink.add(frame.apply(i));
            progress.at((i + 1.0) / count);
        }
    }
}
