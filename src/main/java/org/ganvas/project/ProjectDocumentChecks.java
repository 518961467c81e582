package org.ganvas.project;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ganvas.data.FileException;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectDocument.ArrayEntry;
import org.ganvas.project.ProjectDocument.CurveEntry;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.SettingChangeLog;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.session.threads.ThreadPolicy;

/** Checks of a {@code project.json} before any array is read. Pure functions, any thread. */
final class ProjectDocumentChecks {

    private static final int MAX_NAME = 1000;
    private static final int MAX_HIDDEN = 64;
    private static final Pattern PANE_NAME = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9a-f]{64})?");
    private static final int MAX_PATH = 4096;

    private ProjectDocumentChecks() {}

    static void check(ProjectDocument document, ZipDirectoryReader zip, long fileBytes) throws IOException {
        checkValues(document);
        CheckpointEntries.check(document, zip, fileBytes);
        checkEntries(document, zip);
        checkSizes(document, fileBytes);
    }

    /**
     * Requires a condition.
     *
     * @param key of the message if it does not hold
     * @throws FileException if it does not hold
     */
    static void require(boolean holds, String key, String... arguments) throws FileException {
        if (!holds) {
            throw new FileException(new Message(key, List.of(arguments)));
        }
    }

    private static void checkValues(ProjectDocument document) throws IOException {
        require(ProjectLimits.accepts(document.spec()), "project.check.networks");
        require(document.step() >= 0, "project.check.step");
        require(document.step() <= ProjectLimits.MAX_STEP, "project.check.stepLimit");
        require(ProjectLimits.isTime(document.trainedSeconds()), "project.check.time");
        for (SettingChange change : document.changes()) {
            require(change.step() <= document.step(), "project.check.changes");
            require(ProjectLimits.isTime(change.trainedSeconds()), "project.check.time");
        }
        require(document.threads() >= 0 && document.threads() <= ThreadPolicy.MOST, "project.check.threads");
        require(document.hidden().size() <= MAX_HIDDEN, "project.check.hiddenPanes");
        for (String pane : document.hidden()) {
            require(PANE_NAME.matcher(pane).matches(), "project.check.paneName");
        }
        ProjectDocument.Data data = document.data();
        require(data.size() >= 1, "project.check.noImages");
        require(data.id().length() <= MAX_PATH, "project.check.dataId");
        require(data.name().length() <= MAX_NAME, "project.check.dataName");
        require(data.classNames().stream().allMatch(name -> name.length() <= MAX_NAME), "project.check.className");
        require(FINGERPRINT.matcher(data.fingerprint()).matches(), "project.check.fingerprint");
        require(data.points().isUsable(), "project.check.pointScale");
        require(document.presetId().length() <= MAX_NAME, "project.check.presetId");
        require(document.changes().size() <= SettingChangeLog.CAPACITY, "project.check.changes");
        checkMetrics(document);
        for (CurveEntry curve : document.curves()) {
            require(curve.buckets() >= 0 && curve.buckets() <= ProjectLimits.MAX_BUCKETS, "project.check.curveLength");
            require(curve.ongoing().lastStep() <= document.step(), "project.check.curveStep");
        }
    }

    private static void checkMetrics(ProjectDocument document) throws IOException {
        require(document.measures().size() <= MetricLog.MAX_SAVED, "project.check.metrics");
        for (MetricLog.MetricValue each : document.measures()) {
            require(each.id().length() <= MAX_NAME, "project.check.metricName");
            require(each.step() >= 0 && each.step() <= document.step(), "project.check.metricStep");
            require(Double.isFinite(each.value()), "project.check.metricValue");
            require(ProjectLimits.isTime(each.trainedSeconds()), "project.check.time");
        }
    }

    /** Checks that every entry of the zip is listed once, and that every listed one is there. */
    private static void checkEntries(ProjectDocument document, ZipDirectoryReader zip) throws IOException {
        Set<String> entries = new HashSet<>();
        Set<TrainingScalar> scalars = new HashSet<>();
        for (ArrayEntry array : document.arrays()) {
            require(ProjectLimits.isPlainName(array.name()), "project.check.arrayName");
            require(array.entry().equals(ProjectDocument.entryOf(array.name())), "project.check.arrayPlace");
            require(entries.add(array.entry()), "project.check.listedTwice", array.name());
        }
        for (CurveEntry curve : document.curves()) {
            require(scalars.add(curve.metric()), "project.check.curveTwice");
            require(curve.entry().equals(CurveArrayFormat.entryOf(curve.metric())), "project.check.curvePlace");
            entries.add(curve.entry());
        }
        for (String entry : entries) {
            require(zip.contains(entry), "project.check.missing", entry);
        }
        for (ImageEntry image : document.pictures()) {
            require(image.entry().equals(ProjectThumbnail.ENTRY), "project.check.imagePlace");
            require(entries.add(image.entry()), "project.check.imageTwice");
        }
        BookmarkEntries.check(document, entries);
        entries.addAll(CheckpointEntries.entryNames(document));
        long present = entries.stream().filter(zip::contains).count();
        require(zip.size() == present + 1, "project.check.unlisted");
    }

    private static void checkSizes(ProjectDocument document, long fileBytes) throws IOException {
        long floats = 0;
        for (ArrayEntry array : document.arrays()) {
            long count = NpyArrayFormat.elements(array.dimensions());
            require(count >= 0, "project.check.arrayShape", array.name());
            floats += count;
        }
        require(floats <= ProjectLimits.maxFloats(document.spec()), "project.check.arrays");
        long bytes = floats * Float.BYTES;
        require(bytes / ProjectLimits.MAX_RATIO <= fileBytes, "project.check.largerThanFile");
        require(bytes <= ProjectLimits.maxBytes(), "project.check.memory");
    }
}
