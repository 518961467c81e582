package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ganvas.data.DataException;
import org.ganvas.data.FileException;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawingText;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectDocument.ArrayEntry;
import org.ganvas.project.ProjectDocument.CurveEntry;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.ProjectDocument.Ongoing;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.project.io.Sha256Digest;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;
import org.jspecify.annotations.Nullable;

/**
 * Reader of one project in an opened zip: first the settings, then a check that every claimed size fits them, then the
 * arrays. Messages of its exceptions are clauses, to stand inside another message. Used by one thread, once.
 */
final class ProjectReader {

    private static final System.Logger LOG = System.getLogger(ProjectReader.class.getName());

    private final ZipDirectoryReader zip;
    private final ProjectDocument document;

    private ProjectReader(ZipDirectoryReader zip, ProjectDocument document) {
        this.zip = zip;
        this.document = document;
    }

    /**
     * A reader of a project whose settings are read and checked.
     *
     * @param fileBytes size of the whole file, which bounds what it may claim to hold
     */
    static ProjectReader of(ZipDirectoryReader zip, long fileBytes) throws IOException {
        ProjectDocument document = document(zip);
        ProjectDocumentChecks.check(document, zip, fileBytes);
        return new ProjectReader(zip, document);
    }

    OpenedProject open() throws IOException {
        RunCapture run = run();
        return new OpenedProject(run, summary(), checkpoints(run.state()));
    }

    /** The facts that {@code project.json} states, and the thumbnail. */
    ProjectSummary summary() {
        return new ProjectSummary(
                document.presetId(),
                document.data().name(),
                document.step(),
                document.trainedSeconds(),
                thumbnail(),
                document.hidden());
    }

    /** The thumbnail; empty where there is none that can be shown, because no run is refused for its thumbnail. */
    private byte[] thumbnail() {
        for (ImageEntry entry : document.pictures()) {
            return image(entry, ProjectThumbnail.MAX_BYTES);
        }
        return new byte[0];
    }

    private byte[] image(ImageEntry entry, int maxBytes) {
        try {
            long length = zip.length(entry.entry());
            byte[] png = length >= 0 && length <= maxBytes
                    ? checked(entry.entry(), entry.sha256(), in -> in.readNBytes((int) length))
                    : new byte[0];
            return ProjectThumbnail.isSmallPng(png) ? png : new byte[0];
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The image " + entry.entry() + " of a project is left out.", e);
            return new byte[0];
        }
    }

    RunCapture run() throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        for (ArrayEntry entry : document.arrays()) {
            arrays.add(array(entry));
        }
        Map<TrainingScalar, ScalarLog.Saved> curves = new EnumMap<>(TrainingScalar.class);
        for (CurveEntry entry : document.curves()) {
            curves.put(entry.metric(), curve(entry));
        }
        ProjectDocument.Data data = document.data();
        keepDrawing(data);
        RunRequest request = new RunRequest(document.presetId(), document.spec(), data.id(), document.seed());
        return new RunCapture(
                new RunInfo(
                        0,
                        request,
                        data.name(),
                        data.size(),
                        data.classNames(),
                        data.fingerprint(),
                        data.points().transform()),
                new TrainerState(document.step(), arrays),
                document.trainedSeconds(),
                ScalarLog.restore(curves, document.changes()),
                MetricLog.restore(document.measures()),
                document.threads(),
                null,
                BookmarkEntries.read(document, this::image));
    }

    /** Keeps the drawing of drawn data, so that it can be opened by its id. */
    private static void keepDrawing(ProjectDocument.Data data) throws IOException {
        if (data.drawing().isEmpty()) {
            return;
        }
        try {
            Drawing drawing = DrawingText.read(data.drawing());
            require(drawing.id().equals(data.id()), "project.read.drawing");
            DrawingLibrary.keep(drawing);
        } catch (DataException e) {
            FileException damaged = new FileException(Message.of("project.read.drawing"));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** The checkpoints without their networks and without reading the run. */
    List<ProjectCheckpoint> checkpoints() throws IOException {
        return checkpoints(null);
    }

    /** @param last state of the run; null to read no networks */
    private List<ProjectCheckpoint> checkpoints(@Nullable TrainerState last) throws IOException {
        List<ProjectCheckpoint> checkpoints = new ArrayList<>();
        for (CheckpointEntries.CheckpointEntry entry : document.moments()) {
            long[] shape = entry.dimensions(document.spec());
            float[] pixels = floats(entry.entry(), entry.sha256(), shape);
            checkpoints.add(entry.checkpoint(document.spec(), pixels, networks(entry, last)));
        }
        return checkpoints;
    }

    private ProjectCheckpoint.@Nullable Networks networks(
            CheckpointEntries.CheckpointEntry checkpoint, @Nullable TrainerState last) throws IOException {
        if (last == null || checkpoint.networks().isEmpty()) {
            return null;
        }
        CheckpointEntries.NetworksEntry entry = checkpoint.networks().get(0);
        float[] joined = floats(entry.entry(), entry.sha256(), new long[] {last.size()});
        return CheckpointEntries.networks(checkpoint.step(), entry, joined, last);
    }

    private static ProjectDocument document(ZipDirectoryReader zip) throws IOException {
        long length = zip.length(ProjectWriter.DOCUMENT);
        require(length >= 0 && length <= ProjectLimits.MAX_JSON_BYTES, "project.read.jsonTooLong");
        byte[] json = zip.read(ProjectWriter.DOCUMENT, in -> in.readNBytes((int) length));
        try {
            JsonNode newest = ProjectMigrations.upgrade(GanSpecJson.read(json, JsonNode.class));
            return GanSpecJson.read(GanSpecJson.write(newest), ProjectDocument.class);
        } catch (SpecException e) {
            // Where the JSON itself is damaged, the message names Java classes.
            if (e.getCause() instanceof IOException) {
                FileException damaged = new FileException(Message.of("project.read.jsonDamaged"));
                damaged.initCause(e);
                throw damaged;
            }
            throw e;
        }
    }

    private NamedArray array(ArrayEntry entry) throws IOException {
        long[] shape = entry.dimensions();
        return new NamedArray(entry.name(), shape, floats(entry.entry(), entry.sha256(), shape));
    }

    private float[] floats(String name, String sha256, long[] shape) throws IOException {
        int count = (int) NpyArrayFormat.elements(shape);
        return checked(name, sha256, in -> {
            checkHeader(name, NpyArrayFormat.readHeader(in), NpyArrayFormat.Type.FLOAT32, shape);
            return NpyArrayFormat.readFloats(in, count);
        });
    }

    private ScalarLog.Saved curve(CurveEntry entry) throws IOException {
        int size = entry.buckets();
        double[] rows = checked(entry.entry(), entry.sha256(), in -> {
            checkHeader(entry.entry(), NpyArrayFormat.readHeader(in), NpyArrayFormat.Type.FLOAT64, new long[] {
                CurveArrayFormat.ROWS, size
            });
            return NpyArrayFormat.readDoubles(in, CurveArrayFormat.ROWS * size);
        });
        double[][] parts = new double[CurveArrayFormat.ROWS][];
        for (int row = 0; row < CurveArrayFormat.ROWS; row++) {
            parts[row] = Arrays.copyOfRange(rows, row * size, (row + 1) * size);
        }
        Ongoing ongoing = entry.ongoing();
        return new ScalarLog.Saved(
                new ScalarCurve(parts[0], parts[1], parts[2], parts[3], parts[4]),
                ongoing.lastStep(),
                ongoing.span(),
                ongoing.inLast(),
                ongoing.average(),
                ongoing.weight());
    }

    private <T> T checked(String name, String sha256, ZipDirectoryReader.Reader<T> reader) throws IOException {
        MessageDigest sha = Sha256Digest.digest();
        T values = zip.read(name, in -> reader.read(new DigestInputStream(in, sha)));
        require(HexFormat.of().formatHex(sha.digest()).equals(sha256), "project.read.contents", name);
        return values;
    }

    private void checkHeader(String name, NpyArrayFormat.Header header, NpyArrayFormat.Type type, long[] shape)
            throws IOException {
        require(header.type() == type, "project.read.type", name);
        require(Arrays.equals(header.shape(), shape), "project.read.shape", name);
        long length = header.length() + NpyArrayFormat.elements(shape) * type.bytes();
        require(zip.length(name) == length, "project.read.length", name);
    }
}
