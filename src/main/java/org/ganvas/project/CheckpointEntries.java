package org.ganvas.project;

import static org.ganvas.project.ProjectChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ZipDirectory;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.io.NpyFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.SampleGrid;

/** The kept moments of a run in its project: how they are listed, and what a list may claim. Pure functions, any thread. */
final class CheckpointEntries {

    private static final int MAX_LABEL = 200;
    private static final int MAX_SIDE = 1024;

    private CheckpointEntries() {}

    /**
     * One moment.
     *
     * @param step steps taken
     * @param trainedSeconds time spent training until then
     * @param mark what a person called it; empty for none
     * @param rows of its grid
     * @param columns of its grid
     * @param entry where in the zip its pictures are
     * @param sha256 of the whole entry, in hexadecimal
     */
    record CheckpointEntry(
            long step, double trainedSeconds, String mark, int rows, int columns, String entry, String sha256) {

        /** Pictures, channels, height, width. */
        long[] dimensions(GanSpec spec) {
            ImageShape image = spec.image();
            return new long[] {(long) rows * columns, image.channels(), image.height(), image.width()};
        }

        ProjectCheckpoint checkpoint(GanSpec spec, float[] pixels) {
            int[] labels = spec.conditional() ? new GridLayout(rows, columns, 0).labels(spec) : new int[0];
            return new ProjectCheckpoint(
                    trainedSeconds, mark, new SampleGrid(spec.image(), rows, columns, pixels, labels, step));
        }
    }

    static String entryOf(long step) {
        return "moments/" + step + ".npy";
    }

    static List<CheckpointEntry> add(StoredZipWriter entries, List<ProjectCheckpoint> moments) throws IOException {
        List<CheckpointEntry> listed = new ArrayList<>();
        for (ProjectCheckpoint moment : moments) {
            SampleGrid grid = moment.grid();
            ImageShape image = grid.shape();
            long[] shape = {grid.count(), image.channels(), image.height(), image.width()};
            String entry = entryOf(moment.step());
            String sha = entries.add(entry, out -> NpyFormat.write(out, shape, grid.pixels()));
            listed.add(new CheckpointEntry(
                    moment.step(), moment.trainedSeconds(), moment.mark(), grid.rows(), grid.columns(), entry, sha));
        }
        return listed;
    }

    /** Refuses a list that no run can have, before anything of it is read. */
    static void check(ProjectDocument document, ZipDirectory zip, long fileBytes) throws IOException {
        require(document.moments().size() <= ProjectCheckpointSelection.MOMENTS, "it lists too many moments");
        long floats = 0;
        long before = -1;
        for (CheckpointEntry moment : document.moments()) {
            require(moment.step() > before && moment.step() <= document.step(), "its moments are not in order");
            double seconds = moment.trainedSeconds();
            require(seconds >= 0 && Double.isFinite(seconds), "the time of a moment is not a time");
            require(moment.mark().length() <= MAX_LABEL, "the name of a moment is too long");
            require(isSide(moment.rows()) && isSide(moment.columns()), "a moment has an impossible grid");
            require(moment.entry().equals(entryOf(moment.step())), "a moment is not where it belongs");
            require(zip.has(moment.entry()), moment.entry() + " is missing");
            long count = NpyFormat.elements(moment.dimensions(document.spec()));
            require(count >= 0, "a moment has an impossible shape");
            floats += count;
            before = moment.step();
        }
        require(floats <= ProjectCheckpointSelection.FLOATS, "its moments are larger than a project keeps");
        require(
                floats * Float.BYTES / ProjectLimits.MAX_RATIO <= fileBytes,
                "its moments are larger than the file can hold");
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }

    /** Where they lie in the zip. */
    static Set<String> entryNames(ProjectDocument document) {
        Set<String> names = new HashSet<>();
        document.moments().forEach(moment -> names.add(moment.entry()));
        return names;
    }
}
