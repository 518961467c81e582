package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;

/** Checkpoints of a run as entries of its project, and the limits of what they may claim. Pure functions, any thread. */
final class CheckpointEntries {

    private static final int MAX_LABEL = 200;
    private static final int MAX_SIDE = 1024;

    private CheckpointEntries() {}

    /**
     * One checkpoint.
     *
     * @param step steps taken
     * @param trainedSeconds training time up to then, in seconds
     * @param mark label that the user gave it; empty for none
     * @param rows of its grid
     * @param columns of its grid
     * @param entry name of the array of its images in the zip
     * @param sha256 of the whole entry, in hexadecimal
     * @param place where the data was in that step
     */
    record CheckpointEntry(
            long step,
            double trainedSeconds,
            String mark,
            int rows,
            int columns,
            String entry,
            String sha256,

            @AbsentDefault("{\"cosine\":1,\"sine\":0,\"x\":0,\"y\":0}")
            SimilarityTransform place) {

        /** Shape of the array: images, channels, height, width. */
        long[] dimensions(GanSpec spec) {
            ImageShape image = spec.image();
            return new long[] {(long) rows * columns, image.channels(), image.height(), image.width()};
        }

        ProjectCheckpoint checkpoint(GanSpec spec, float[] pixels) {
            int[] labels = spec.conditional() ? new SampleGridLayout(rows, columns, 0).labels(spec) : new int[0];
            return new ProjectCheckpoint(
                    trainedSeconds, mark, new SampleGrid(spec.image(), rows, columns, pixels, labels, step, place));
        }
    }

    static String entryOf(long step) {
        return "moments/" + step + ".npy";
    }

    static List<CheckpointEntry> add(StoredZipWriter entries, List<ProjectCheckpoint> checkpoints) throws IOException {
        List<CheckpointEntry> listed = new ArrayList<>();
        for (ProjectCheckpoint checkpoint : checkpoints) {
            SampleGrid grid = checkpoint.grid();
            ImageShape image = grid.shape();
            long[] shape = {grid.count(), image.channels(), image.height(), image.width()};
            String entry = entryOf(checkpoint.step());
            String sha = entries.add(entry, out -> NpyArrayFormat.write(out, shape, grid.pixels()));
            listed.add(new CheckpointEntry(
                    checkpoint.step(),
                    checkpoint.trainedSeconds(),
                    checkpoint.mark(),
                    grid.rows(),
                    grid.columns(),
                    entry,
                    sha,
                    grid.place()));
        }
        return listed;
    }

    /** Checks the list before any array of it is read. */
    static void check(ProjectDocument document, ZipDirectoryReader zip, long fileBytes) throws IOException {
        require(document.moments().size() <= ProjectCheckpointSelection.MAX_CHECKPOINTS, "project.checkpoint.count");
        long floats = 0;
        long previous = -1;
        for (CheckpointEntry each : document.moments()) {
            require(each.step() > previous && each.step() <= document.step(), "project.checkpoint.order");
            require(ProjectLimits.isTime(each.trainedSeconds()), "project.checkpoint.time");
            require(each.mark().length() <= MAX_LABEL, "project.checkpoint.label");
            require(isSide(each.rows()) && isSide(each.columns()), "project.checkpoint.grid");
            require(each.entry().equals(entryOf(each.step())), "project.checkpoint.place");
            require(zip.contains(each.entry()), "project.check.missing", each.entry());
            long count = NpyArrayFormat.elements(each.dimensions(document.spec()));
            require(count >= 0, "project.checkpoint.shape");
            floats += count;
            previous = each.step();
        }
        require(floats <= ProjectCheckpointSelection.MAX_FLOATS, "project.checkpoint.tooLarge");
        require(floats * Float.BYTES / ProjectLimits.MAX_RATIO <= fileBytes, "project.checkpoint.largerThanFile");
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }

    /** Names of the arrays in the zip. */
    static Set<String> entryNames(ProjectDocument document) {
        Set<String> names = new HashSet<>();
        document.moments().forEach(each -> names.add(each.entry()));
        return names;
    }
}
