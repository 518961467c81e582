package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawingText;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.ProjectDocument.ArrayEntry;
import org.ganvas.project.ProjectDocument.CurveEntry;
import org.ganvas.project.ProjectDocument.Data;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.ProjectDocument.Ongoing;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/** Writer of one project. The same run always gives the same bytes. Used by one thread, once. */
final class ProjectWriter {

    static final String DOCUMENT = "project.json";

    private final StoredZipWriter entries = new StoredZipWriter();
    private final ProjectDocument document;

    /** Computes all checksums; the arrays themselves are not copied. */
    ProjectWriter(RunCapture run, ProjectExtras extras) throws IOException {
        document = describe(run, extras);
    }

    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(StoredZipWriter.header(DOCUMENT));
        zip.write(GanSpecJson.write(document));
        entries.writeTo(zip);
        zip.finish();
    }

    private ProjectDocument describe(RunCapture run, ProjectExtras extras) throws IOException {
        List<ArrayEntry> arrays = new ArrayList<>();
        for (NamedArray array : run.state().arrays()) {
            arrays.add(add(array));
        }
        List<CurveEntry> curves = new ArrayList<>();
        for (Map.Entry<TrainingScalar, ScalarLog.Saved> curve :
                run.scalars().save().entrySet()) {
            curves.add(add(curve.getKey(), curve.getValue()));
        }
        RunInfo info = run.info();
        return new ProjectDocument(
                ProjectMigrations.NEWEST,
                "Ganvas " + ProgramVersion.current(),
                info.request().presetId(),
                info.spec(),
                new Data(
                        info.request().dataId(),
                        info.dataName(),
                        info.dataSize(),
                        info.classNames(),
                        info.dataFingerprint(),
                        ProjectDocument.PointScale.of(info.pointTransform()),
                        DrawingLibrary.find(info.request().dataId())
                                .map(DrawingText::write)
                                .orElse("")),
                info.request().seed(),
                run.state().step(),
                run.trainedSeconds(),
                run.threads(),
                arrays,
                curves,
                run.scalars().changes().read(),
                CheckpointEntries.add(entries, extras.checkpoints()),
                run.metrics().save(),
                thumbnail(run),
                BookmarkEntries.favourites(run.bookmarks(), entries),
                run.bookmarks().directions(),
                FilmEntries.of(run.bookmarks().film()),
                ExploreEntries.of(run.bookmarks().inUse()),
                extras.hidden());
    }

    private List<ImageEntry> thumbnail(RunCapture run) throws IOException {
        byte[] thumbnail = ProjectThumbnail.of(run.sampleGrid());
        return thumbnail == null
                ? List.of()
                : List.of(new ImageEntry(
                        ProjectThumbnail.ENTRY, entries.add(ProjectThumbnail.ENTRY, out -> out.write(thumbnail))));
    }

    private ArrayEntry add(NamedArray array) throws IOException {
        String entry = ProjectDocument.entryOf(array.name());
        String sha = entries.add(entry, out -> NpyArrayFormat.write(out, array.shape(), array.values()));
        List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
        return new ArrayEntry(array.name(), entry, shape, sha);
    }

    private CurveEntry add(TrainingScalar scalar, ScalarLog.Saved saved) throws IOException {
        String entry = CurveArrayFormat.entryOf(scalar);
        ScalarCurve curve = saved.curve();
        String sha = entries.add(entry, out -> CurveArrayFormat.write(out, curve));
        Ongoing ongoing = new Ongoing(saved.lastStep(), saved.span(), saved.inLast(), saved.average(), saved.weight());
        return new CurveEntry(scalar, entry, curve.size(), sha, ongoing);
    }
}
