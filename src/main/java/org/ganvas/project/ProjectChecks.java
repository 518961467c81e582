package org.ganvas.project;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.ganvas.data.ZipDirectory;
import org.ganvas.project.ProjectDocument.ArrayEntry;
import org.ganvas.project.ProjectDocument.CurveEntry;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.io.NpyFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.SettingChangeLog;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.session.threads.ThreadPolicy;

/** Whether a {@code project.json} makes sense, before any array is read. Pure functions, any thread. */
final class ProjectChecks {

    private static final int MAX_NAME = 1000;
    private static final int MAX_HIDDEN = 64;
    private static final Pattern PANE_NAME = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final int MAX_PATH = 4096;

    private ProjectChecks() {}

    static void check(ProjectDocument document, ZipDirectory zip, long fileBytes) throws IOException {
        checkValues(document);
        CheckpointEntries.check(document, zip, fileBytes);
        checkEntries(document, zip);
        checkSizes(document, fileBytes);
    }

    static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    private static void checkValues(ProjectDocument document) throws IOException {
        require(ProjectLimits.accepts(document.spec()), "its networks are too large to be meant");
        require(document.step() >= 0, "its step is negative");
        double seconds = document.trainedSeconds();
        require(seconds >= 0 && Double.isFinite(seconds), "its training time is not a time");
        require(document.threads() >= 0 && document.threads() <= ThreadPolicy.MOST, "its number of threads is not one");
        require(document.hidden().size() <= MAX_HIDDEN, "it hides more panes than there are");
        for (String pane : document.hidden()) {
            require(PANE_NAME.matcher(pane).matches(), "it hides a pane with a forbidden name");
        }
        ProjectDocument.Data data = document.data();
        require(data.size() >= 1, "its data holds no pictures");
        require(data.id().length() <= MAX_PATH, "the place of its data is too long");
        require(data.name().length() <= MAX_NAME, "the name of its data is too long");
        require(document.changes().size() <= SettingChangeLog.CAPACITY, "it lists too many changed settings");
        checkMetrics(document);
        for (CurveEntry curve : document.curves()) {
            require(
                    curve.buckets() >= 0 && curve.buckets() <= ProjectLimits.MAX_BUCKETS,
                    "a curve has an impossible length");
            require(curve.ongoing().lastStep() <= document.step(), "a curve runs ahead of its last step");
        }
    }

    private static void checkMetrics(ProjectDocument document) throws IOException {
        require(document.measures().size() <= MetricLog.MOST_SAVED, "it lists too many measures");
        for (MetricLog.Measure measure : document.measures()) {
            require(measure.id().length() <= MAX_NAME, "the name of a measure is too long");
            require(measure.step() >= 0 && measure.step() <= document.step(), "a measure runs ahead of its last step");
            require(Double.isFinite(measure.value()), "a measure is not a number");
        }
    }

    /** Every entry is listed once, and every listed one is there. */
    private static void checkEntries(ProjectDocument document, ZipDirectory zip) throws IOException {
        Set<String> entries = new HashSet<>();
        Set<TrainingScalar> metrics = new HashSet<>();
        for (ArrayEntry array : document.arrays()) {
            require(ProjectLimits.isPlainName(array.name()), "it names an array in a forbidden way");
            require(array.entry().equals(ProjectDocument.entryOf(array.name())), "an array is not where it belongs");
            require(entries.add(array.entry()), "it lists " + array.name() + " twice");
        }
        for (CurveEntry curve : document.curves()) {
            require(metrics.add(curve.metric()), "it lists a curve twice");
            require(curve.entry().equals(ProjectDocument.entryOf(curve.metric())), "a curve is not where it belongs");
            entries.add(curve.entry());
        }
        for (String entry : entries) {
            require(zip.has(entry), entry + " is missing");
        }
        for (ImageEntry picture : document.pictures()) {
            require(picture.entry().equals(ProjectThumbnail.ENTRY), "a picture is not where it belongs");
            require(entries.add(picture.entry()), "it lists a picture twice");
        }
        BookmarkEntries.check(document, entries);
        entries.addAll(CheckpointEntries.entryNames(document));
        long present = entries.stream().filter(zip::has).count();
        require(zip.size() == present + 1, "it holds parts that its project.json does not list");
    }

    private static void checkSizes(ProjectDocument document, long fileBytes) throws IOException {
        long floats = 0;
        for (ArrayEntry array : document.arrays()) {
            long count = NpyFormat.elements(array.dimensions());
            require(count >= 0, array.name() + " has an impossible shape");
            floats += count;
        }
        require(floats <= ProjectLimits.maxFloats(document.spec()), "its arrays are larger than its networks explain");
        long bytes = floats * Float.BYTES;
        require(bytes / ProjectLimits.MAX_RATIO <= fileBytes, "its arrays are larger than the file can hold");
        require(bytes <= ProjectLimits.maxBytes(), "it needs more memory than this program may take");
    }
}
