package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.scatter.StepCaptionStrip;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.SampleGrid;

/**
 * Time-lapse of a run as a film of its checkpoints, with the step under each frame. Call it on a thread that may wait for a
 * file.
 */
public final class TimelapseExport {

    private static final int MAX_FRAMES = 200;
    private static final int GAP = 1;
    private static final double MARGIN = 0.1;
    private static final int BACKGROUND = 0xFF101418;
    private static final int FOREGROUND = 0xFFB8C0C8;

    private final List<ProjectCheckpoint> checkpoints;
    private final LongFunction<TimelapsePoints> points;
    private final TimelapseStyle style;
    private final PointBounds bounds;

    private TimelapseExport(
            List<ProjectCheckpoint> checkpoints, LongFunction<TimelapsePoints> points, TimelapseStyle style) {
        this.checkpoints = checkpoints;
        this.points = points;
        this.style = style;
        bounds = bounds().enlarged(MARGIN);
    }

    /** Data at one of its places. */
    private record PlacedPoints(TimelapsePoints points, SimilarityTransform place) {

        private PointBounds bounds() {
            return PointBounds.around(place.mapped(points.real()));
        }
    }

    /** Of all data wherever it was, or of the last checkpoint, so that they do not change with the generator. */
    private PointBounds bounds() {
        return checkpoints.stream()
                .map(one ->
                        new PlacedPoints(points.apply(one.step()), one.grid().place()))
                .filter(one -> one.points().real().length > 0)
                .distinct()
                .map(PlacedPoints::bounds)
                .reduce(PointBounds::union)
                .orElseGet(() -> PointBounds.around(last().grid().pixels()));
    }

    /** Writes a file of images, or of points as they are, in the default style. */
    public static int save(List<ProjectCheckpoint> checkpoints, float[] real, ProgressListener progress, Path file)
            throws ProjectException {
        TimelapsePoints points = new TimelapsePoints(real, PointTransform.IDENTITY);
        return save(checkpoints, step -> points, TimelapseStyle.DEFAULT, progress, file);
    }

    /**
     * Writes a file, completely or not at all; steps pass at a constant rate, and the last frame stays for a second.
     *
     * @param checkpoints at least one, in order of steps; those with another layout than the last one are left out
     * @param points of the data that a step was trained on, shown under the generated ones where it was then; the same object
     *     for the same data
     * @param progress receives every frame, and may cancel the export
     * @param file its extension gives the format: see {@link FilmFormat}; a GIF for any other
     * @return number of checkpoints in it
     * @throws ProjectException if it cannot be written
     * @throws java.util.concurrent.CancellationException if it was cancelled; nothing of it stays
     */
    public static int save(
            List<ProjectCheckpoint> checkpoints,
            LongFunction<TimelapsePoints> points,
            TimelapseStyle style,
            ProgressListener progress,
            Path file)
            throws ProjectException {
        if (checkpoints.isEmpty()) {
            throw new ProjectException(Message.of("project.timelapse.noCheckpoints"));
        }
        SampleGrid last = checkpoints.get(checkpoints.size() - 1).grid();
        List<ProjectCheckpoint> similar = checkpoints.stream()
                .filter(checkpoint -> sameLayout(checkpoint.grid(), last))
                .toList();
        TimelapseExport film = new TimelapseExport(similar, points, style);
        FilmFrames frames = FilmFrames.of(film.frameCount(), film::frame, progress);
        FilmExport.save(frames, FilmFormat.of(file).orElse(FilmFormat.GIF), style.framesPerSecond(), Map.of(), file);
        return similar.size();
    }

    private static boolean sameLayout(SampleGrid one, SampleGrid other) {
        return one.shape().equals(other.shape()) && one.rows() == other.rows() && one.columns() == other.columns();
    }

    private ProjectCheckpoint last() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    private int movingFrames() {
        return Math.min(MAX_FRAMES, 2 * checkpoints.size());
    }

    private int frameCount() {
        return movingFrames() + (int) Math.round(style.framesPerSecond());
    }

    private BufferedImage frame(int index) {
        int moving = movingFrames();
        double step = (double) last().step() * Math.min(index, moving - 1) / Math.max(1, moving - 1);
        ProjectCheckpoint shown = checkpoints.get(0);
        for (ProjectCheckpoint checkpoint : checkpoints) {
            shown = checkpoint.step() <= step ? checkpoint : shown;
        }
        return render(index >= moving - 1 ? last().grid() : shown.grid());
    }

    private BufferedImage render(SampleGrid grid) {
        BufferedImage image = grid.shape().isPoint()
                ? ScatterExport.image(scatter(grid), style.side())
                : ContactSheetPainter.render(grid, ContactSheetStyle.fitting(grid, GAP, style.side()));
        return style.captioned() ? captioned(image, grid.step()) : image;
    }

    private BufferedImage captioned(BufferedImage image, long step) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage frame = new BufferedImage(width, height + StepCaptionStrip.height(width), image.getType());
        // Raw samples, because a conversion would change the grey levels.
        frame.getRaster().setRect(image.getRaster());
        double share = step / (double) Math.max(1, last().step());
        int[] strip = StepCaptionStrip.render(width, step, share, BACKGROUND, FOREGROUND);
        int bands = frame.getRaster().getNumBands();
        for (int i = 0; i < strip.length; i++) {
            for (int band = 0; band < bands; band++) {
                frame.getRaster().setSample(i % width, height + i / width, band, strip[i] >> (8 * (2 - band)) & 0xFF);
            }
        }
        return frame;
    }

    private ScatterPlotData scatter(SampleGrid grid) {
        TimelapsePoints now = points.apply(grid.step());
        return new ScatterPlotData(
                bounds, grid.place().mapped(now.real()), grid.pixels(), LatentTrail.EMPTY, now.transform());
    }
}
