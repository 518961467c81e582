package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ganvas.engine.spec.SpecJson;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.ProjectDocument.ArrayEntry;
import org.ganvas.project.ProjectDocument.CurveEntry;
import org.ganvas.project.ProjectDocument.Data;
import org.ganvas.project.ProjectDocument.Ongoing;
import org.ganvas.project.ProjectDocument.PictureEntry;
import org.ganvas.session.Curve;
import org.ganvas.session.Metric;
import org.ganvas.session.MetricLog;
import org.ganvas.session.RunCapture;
import org.ganvas.session.RunInfo;

/**
 * Writes one project. Arrays are stored, not deflated: trained weights do not shrink, and saving stays quick. The same
 * run always gives the same bytes. Used by one thread, once.
 */
final class ProjectWriter {

    static final String DOCUMENT = "project.json";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, AtomicFile.Content> entries = new LinkedHashMap<>();
    private final Map<String, ZipEntry> headers = new LinkedHashMap<>();
    private final ProjectDocument document;

    /** Takes all checksums; the arrays themselves are not copied. */
    ProjectWriter(RunCapture run) throws IOException {
        document = describe(run);
    }

    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipEntry first = new ZipEntry(DOCUMENT);
        first.setTimeLocal(NO_TIME);
        zip.putNextEntry(first);
        zip.write(SpecJson.write(document));
        for (Map.Entry<String, AtomicFile.Content> entry : entries.entrySet()) {
            zip.putNextEntry(headers.get(entry.getKey()));
            entry.getValue().writeTo(zip);
        }
        zip.finish();
    }

    private ProjectDocument describe(RunCapture run) throws IOException {
        List<ArrayEntry> arrays = new ArrayList<>();
        for (NamedArray array : run.state().arrays()) {
            arrays.add(add(array));
        }
        List<CurveEntry> curves = new ArrayList<>();
        for (Map.Entry<Metric, MetricLog.Saved> curve : run.metrics().save().entrySet()) {
            curves.add(add(curve.getKey(), curve.getValue()));
        }
        RunInfo info = run.info();
        return new ProjectDocument(
                ProjectFile.FORMAT_VERSION,
                "Ganvas " + ProgramVersion.current(),
                info.request().presetId(),
                info.spec(),
                new Data(info.request().dataId(), info.dataName(), info.dataSize(), info.classNames()),
                info.request().seed(),
                run.state().step(),
                run.trainedSeconds(),
                arrays,
                curves,
                pictures(run));
    }

    private List<PictureEntry> pictures(RunCapture run) throws IOException {
        byte[] thumbnail = Thumbnail.of(run.picture());
        return thumbnail == null
                ? List.of()
                : List.of(new PictureEntry(Thumbnail.ENTRY, add(Thumbnail.ENTRY, out -> out.write(thumbnail))));
    }

    private ArrayEntry add(NamedArray array) throws IOException {
        String entry = ProjectDocument.entryOf(array.name());
        String sha = add(entry, out -> NpyFormat.write(out, array.shape(), array.values()));
        List<Long> shape = Arrays.stream(array.shape()).boxed().toList();
        return new ArrayEntry(array.name(), entry, shape, sha);
    }

    private CurveEntry add(Metric metric, MetricLog.Saved saved) throws IOException {
        String entry = ProjectDocument.entryOf(metric);
        Curve curve = saved.curve();
        double[] rows = new double[ProjectDocument.CURVE_ROWS * curve.size()];
        List<double[]> parts = List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth());
        for (int row = 0; row < parts.size(); row++) {
            System.arraycopy(parts.get(row), 0, rows, row * curve.size(), curve.size());
        }
        String sha = add(entry, out -> NpyFormat.write(out, new long[] {parts.size(), curve.size()}, rows));
        Ongoing ongoing = new Ongoing(saved.lastStep(), saved.span(), saved.inLast(), saved.average(), saved.weight());
        return new CurveEntry(metric, entry, curve.size(), sha, ongoing);
    }

    private String add(String name, AtomicFile.Content content) throws IOException {
        if (!ProjectLimits.goodName(name) || entries.put(name, content) != null) {
            throw new IllegalArgumentException("an array's name must be plain and unique, not " + name);
        }
        MessageDigest sha = Sha256.digest();
        CRC32 crc = new CRC32();
        Counter counter = new Counter();
        content.writeTo(new CheckedOutputStream(new DigestOutputStream(counter, sha), crc));
        ZipEntry header = new ZipEntry(name);
        header.setMethod(ZipEntry.STORED);
        header.setTimeLocal(NO_TIME);
        header.setSize(counter.bytes);
        header.setCrc(crc.getValue());
        headers.put(name, header);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Keeps nothing but the length. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
