package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.ganvas.data.ProgressListener;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.run.SampleGrid;

/** Frames of a film, all of one size, rendered one after the other. Created by any thread, rendered by one. */
public final class FilmFrames {

    private final int count;
    private final IntFunction<BufferedImage> frame;
    private final ProgressListener progress;

    private FilmFrames(int count, IntFunction<BufferedImage> frame, ProgressListener progress) {
        if (count < 1) {
            throw new IllegalArgumentException("A film has at least one frame.");
        }
        this.count = count;
        this.frame = frame;
        this.progress = progress;
    }

    /**
     * A film of images.
     *
     * @param frame of an index, all of one size, asked for in order
     */
    static FilmFrames of(int count, IntFunction<BufferedImage> frame, ProgressListener progress) {
        return new FilmFrames(count, frame, progress);
    }

    /**
     * A film of sample grids, all with the same layout.
     *
     * @param style of each contact sheet
     * @param grid of a frame, 0 to {@code count - 1}, asked for in order
     * @param progress receives every frame, and may cancel the film
     */
    public static FilmFrames ofGrids(
            int count, ContactSheetStyle style, IntFunction<SampleGrid> grid, ProgressListener progress) {
        return new FilmFrames(count, i -> ContactSheetPainter.render(grid.apply(i), style), progress);
    }

    /**
     * A film of scatter plots.
     *
     * @param side pixels of either side
     */
    public static FilmFrames ofScatters(
            int count, int side, IntFunction<ScatterPlotData> scatter, ProgressListener progress) {
        return new FilmFrames(count, i -> ScatterExport.image(scatter.apply(i), side), progress);
    }

    /**
     * A film of plots with layers.
     *
     * @param size of each plot
     * @param plot of a frame, asked for in order
     */
    public static FilmFrames ofPlots(
            int count,
            LayeredPlotImage size,
            ScatterPlotPalette palette,
            IntFunction<LayeredPlot> plot,
            ProgressListener progress) {
        return new FilmFrames(count, i -> ScatterExport.image(plot.apply(i), size, palette), progress);
    }

    int count() {
        return count;
    }

    /** Receiver of frames. */
    @FunctionalInterface
    interface Sink {
        void add(BufferedImage frame) throws IOException;
    }

    /**
     * Renders every frame in order.
     *
     * @throws CancellationException if the film was cancelled
     */
    void forEach(Sink sink) throws IOException {
        for (int i = 0; i < count; i++) {
            if (progress.isCancelled()) {
                throw new CancellationException("The film was stopped.");
            }
            sink.add(frame.apply(i));
            progress.report((i + 1.0) / count);
        }
    }
}
