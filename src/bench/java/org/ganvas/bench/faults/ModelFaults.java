package org.ganvas.bench.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ganvas.bench.support.TinyRun;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.StripesData;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.ModelImport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/**
 * Corrupted Deeplearning4j generator: either the zip, which has checksums, or one entry before compression, which has
 * none. Used by one thread at a time.
 */
final class ModelFaults {

    private final Path file;
    private final RunRequest request;
    private final RunCapture sound;

    private ModelFaults(Path file) throws ProjectException {
        this.file = file;
        request = TinyRun.request(file, 1);
        ModelExport.save(trained(), Player.GENERATOR, false, file);
        sound = load();
    }

    private RunCapture trained() {
        try (GameTrainer trainer = new GameTrainer(request.spec(), new StripesData(64, 8), 1)) {
            trainer.step();
            RunInfo info = new RunInfo(1, request, "Stripes", 64, List.of());
            return new RunCapture(info, trainer.capture(), 1, new ScalarLog());
        }
    }

    static List<FaultSubject> in(Path parent) throws IOException, ProjectException {
        NativeEngine.start();
        ModelFaults model = new ModelFaults(parent.resolve("generator.zip"));
        byte[] good = Files.readAllBytes(model.file);
        return List.of(
                FaultSubject.of("DL4J zip", model.file, good, () -> model.open(FaultCheck.Outcome.DIFFERENT)),
                new FaultSubject(
                        "DL4J zip, contents",
                        model.file,
                        good,
                        (kind, random) -> zipped(good, kind, random),
                        () -> model.open(FaultCheck.Outcome.EDITED)));
    }

    private RunCapture load() throws ProjectException {
        return ModelImport.load(new ModelImport.Models(file, null, 0), request);
    }

    /**
     * @param other outcome if the network has changed
     */
    private FaultCheck.Outcome open(FaultCheck.Outcome other) {
        try {
            return ResumeCheck.different(sound, load()).isEmpty() ? FaultCheck.Outcome.SAME : other;
        } catch (ProjectException e) {
            return FaultCheck.sentence(e.getMessage());
        }
    }

    /** Zip with one corrupted entry. */
    private static byte[] zipped(byte[] good, FaultCase kind, SeededRandomStream random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            List<ZipEntry> entries = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry);
                contents.add(in.readAllBytes());
            }
            int corrupted = random.nextInt(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                out.putNextEntry(new ZipEntry(entries.get(i).getName()));
                out.write(i == corrupted ? kind.corrupt(contents.get(i), random) : contents.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
