package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.PointBounds;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.scatter.StepCaptionStrip;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.SampleGrid;

/**
 * Time-lapse of a run as an animated GIF of its checkpoints, with the step under each frame. Call it on a thread that may
 * wait for a file.
 */
public final class TimelapseExport {

    /** Frame rate that viewers play without slowing down. */
    public static final double FRAMES_PER_SECOND = 20;

    private static final int MAX_FRAMES = 200;
    private static final int LAST_FRAMES = 20;
    private static final int SIDE = 512;
    private static final int GAP = 1;
    private static final double MARGIN = 0.1;
    private static final int BACKGROUND = 0xFF101418;
    private static final int FOREGROUND = 0xFFB8C0C8;

    private final List<ProjectCheckpoint> checkpoints;
    private final float[] real;
    private final ProgressListener progress;
    private int framesWritten;

    private TimelapseExport(List<ProjectCheckpoint> checkpoints, float[] real, ProgressListener progress) {
        this.checkpoints = checkpoints;
        this.real = real;
        this.progress = progress;
    }

    /**
     * Writes a file, completely or not at all; steps pass at a constant rate.
     *
     * @param checkpoints at least one, in order of steps; those with another layout than the last one are left out
     * @param real points of the data, shown under the generated ones; empty for images, or where there are none
     * @param progress receives every frame, and may cancel the export
     * @return number of checkpoints in it
     * @throws ProjectException if it cannot be written
     * @throws CancellationException if it was cancelled; nothing of it stays
     */
    public static int save(List<ProjectCheckpoint> checkpoints, float[] real, ProgressListener progress, Path file)
            throws ProjectException {
        if (checkpoints.isEmpty()) {
            throw new ProjectException(Message.of("project.timelapse.noCheckpoints"));
        }
        SampleGrid last = checkpoints.get(checkpoints.size() - 1).grid();
        List<ProjectCheckpoint> similar = checkpoints.stream()
                .filter(checkpoint -> sameLayout(checkpoint.grid(), last))
                .toList();
        TimelapseExport film = new TimelapseExport(similar, real, progress);
        AnimatedGifExport.save(new ContactSheetStyle(1, 0), FRAMES_PER_SECOND, film::writeFrames, file);
        return similar.size();
    }

    private static boolean sameLayout(SampleGrid one, SampleGrid other) {
        return one.shape().equals(other.shape()) && one.rows() == other.rows() && one.columns() == other.columns();
    }

    private void writeFrames(AnimatedGifExport frames) throws IOException {
        long end = last().step();
        int count = movingFrames();
        int index = 0;
        for (int i = 0; i < count; i++) {
            double step = count == 1 ? end : (double) end * i / (count - 1);
            while (index + 1 < checkpoints.size() && checkpoints.get(index + 1).step() <= step) {
                index++;
            }
            add(frames, checkpoints.get(index));
        }
        for (int i = 0; i < LAST_FRAMES; i++) {
            add(frames, last());
        }
    }

    private ProjectCheckpoint last() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    private int movingFrames() {
        return Math.min(MAX_FRAMES, 2 * checkpoints.size());
    }

    private void add(AnimatedGifExport frames, ProjectCheckpoint checkpoint) throws IOException {
        if (progress.isCancelled()) {
            throw new CancellationException("The time-lapse was stopped.");
        }
        frames.add(captioned(checkpoint.grid()));
        progress.report(++framesWritten / (double) (movingFrames() + LAST_FRAMES));
    }

    private BufferedImage captioned(SampleGrid grid) {
        BufferedImage image = grid.shape().isPoint()
                ? ScatterExport.image(scatter(grid.pixels()), SIDE)
                : ContactSheetPainter.render(grid, ContactSheetStyle.fitting(grid, GAP, SIDE));
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage frame = new BufferedImage(width, height + StepCaptionStrip.height(width), image.getType());
        // Raw samples, because a conversion would change the grey levels.
        frame.getRaster().setRect(image.getRaster());
        double share = grid.step() / (double) Math.max(1, last().step());
        int[] strip = StepCaptionStrip.render(width, grid.step(), share, BACKGROUND, FOREGROUND);
        int bands = frame.getRaster().getNumBands();
        for (int i = 0; i < strip.length; i++) {
            for (int band = 0; band < bands; band++) {
                frame.getRaster().setSample(i % width, height + i / width, band, strip[i] >> (8 * (2 - band)) & 0xFF);
            }
        }
        return frame;
    }

    /** The plot's bounds are those of the data, or of the last checkpoint, so that they do not change with the generator. */
    private ScatterPlotData scatter(float[] generated) {
        float[] fixed = real.length > 0 ? real : last().grid().pixels();
        return new ScatterPlotData(PointBounds.around(fixed).enlarged(MARGIN), real, generated, LatentTrail.EMPTY);
    }
}
