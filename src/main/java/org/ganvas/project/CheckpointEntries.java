package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;

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
     * @param networks of that step; one or none
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
            SimilarityTransform place,

            @AbsentDefault("[]") List<NetworksEntry> networks) {

        CheckpointEntry {
            networks = List.copyOf(networks);
        }

        /** Shape of the array: images, channels, height, width. */
        long[] dimensions(GanSpec spec) {
            ImageShape image = spec.image();
            return new long[] {(long) rows * columns, image.channels(), image.height(), image.width()};
        }

        ProjectCheckpoint checkpoint(GanSpec spec, float[] pixels, ProjectCheckpoint.@Nullable Networks read) {
            int[] labels = spec.conditional() ? new SampleGridLayout(rows, columns, 0).labels(spec) : new int[0];
            return new ProjectCheckpoint(
                    trainedSeconds,
                    mark,
                    new SampleGrid(spec.image(), rows, columns, pixels, labels, step, place),
                    read);
        }
    }

    /**
     * Networks of one checkpoint.
     *
     * @param spec with the settings as they were then
     * @param threads native threads of that step; 0 if unknown
     * @param entry name of their array in the zip: the values of all arrays of the run, in the order in which the project
     *     lists them
     * @param sha256 of the whole entry, in hexadecimal
     */
    record NetworksEntry(GanSpec spec, int threads, String entry, String sha256) {}

    static String entryOf(long step) {
        return "moments/" + step + ".npy";
    }

    private static String networksEntryOf(long step) {
        return "networks/" + step + ".npy";
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
                    grid.place(),
                    checkpoint.networks() == null ? List.of() : List.of(add(entries, checkpoint.networks()))));
        }
        return listed;
    }

    private static NetworksEntry add(StoredZipWriter entries, ProjectCheckpoint.Networks networks) throws IOException {
        TrainerState state = networks.state();
        String entry = networksEntryOf(state.step());
        String sha = entries.add(entry, out -> {
            float[] values = joined(state);
            NpyArrayFormat.write(out, new long[] {values.length}, values);
        });
        return new NetworksEntry(networks.spec(), networks.threads(), entry, sha);
    }

    private static float[] joined(TrainerState state) {
        float[] joined = new float[(int) state.size()];
        int at = 0;
        for (NamedArray array : state.arrays()) {
            System.arraycopy(array.values(), 0, joined, at, array.values().length);
            at += array.values().length;
        }
        return joined;
    }

    /**
     * The networks of an earlier step of a run.
     *
     * @param joined the values of all arrays, in order
     * @param last state of the run, whose arrays have the same names and shapes
     */
    static ProjectCheckpoint.Networks networks(long step, NetworksEntry entry, float[] joined, TrainerState last) {
        List<NamedArray> arrays = new ArrayList<>();
        int at = 0;
        for (NamedArray array : last.arrays()) {
            int end = at + array.values().length;
            arrays.add(new NamedArray(array.name(), array.shape(), Arrays.copyOfRange(joined, at, end)));
            at = end;
        }
        return new ProjectCheckpoint.Networks(entry.spec(), new TrainerState(step, arrays), entry.threads());
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
            require(each.networks().size() <= 1, "project.checkpoint.networks");
            for (NetworksEntry networks : each.networks()) {
                checkNetworks(document, each.step(), networks, zip);
            }
            floats += count;
            previous = each.step();
        }
        checkSizes(document, floats, fileBytes);
    }

    private static void checkNetworks(
            ProjectDocument document, long step, NetworksEntry networks, ZipDirectoryReader zip) throws IOException {
        require(networks.entry().equals(networksEntryOf(step)), "project.checkpoint.place");
        require(zip.contains(networks.entry()), "project.check.missing", networks.entry());
        require(networks.threads() >= 0 && networks.threads() <= ThreadPolicy.MOST, "project.check.threads");
        require(step < document.step(), "project.checkpoint.networks");
        require(SpecDiff.between(document.spec(), networks.spec()).possible(), "project.checkpoint.networks");
    }

    private static void checkSizes(ProjectDocument document, long floats, long fileBytes) throws IOException {
        long count = document.moments().stream()
                .mapToLong(each -> each.networks().size())
                .sum();
        long each = document.arrays().stream()
                .mapToLong(array -> Math.max(0, NpyArrayFormat.elements(array.dimensions())))
                .sum();
        require(count <= ProjectCheckpointSelection.MAX_NETWORKS, "project.checkpoint.networks");
        require(
                count == 0 || each <= ProjectCheckpointSelection.MAX_NETWORK_FLOATS / count,
                "project.checkpoint.tooLarge");
        require(count * each * Float.BYTES / ProjectLimits.MAX_RATIO <= fileBytes, "project.checkpoint.largerThanFile");
        require(floats <= ProjectCheckpointSelection.MAX_FLOATS, "project.checkpoint.tooLarge");
        require(floats * Float.BYTES / ProjectLimits.MAX_RATIO <= fileBytes, "project.checkpoint.largerThanFile");
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }

    /** Names of the arrays in the zip. */
    static Set<String> entryNames(ProjectDocument document) {
        Set<String> names = new HashSet<>();
        for (CheckpointEntry each : document.moments()) {
            names.add(each.entry());
            each.networks().forEach(networks -> names.add(networks.entry()));
        }
        return names;
    }
}
