package org.ganvas.bench.faults;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.StripesData;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.jspecify.annotations.Nullable;

/**
 * Data and projects of translations: folders of pairs with a damaged, missing or wrongly sized image, and projects with
 * hostile fields of their game. Used by one thread at a time.
 */
final class TranslationFaults {

    private static final int SIDE = 24;
    private static final int IMAGES = 3;
    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    private final Path parent;

    private TranslationFaults(Path parent) {
        this.parent = parent;
    }

    /** Each subject in a folder of its own. */
    static List<FaultSubject> in(Path parent) throws IOException, ProjectException {
        NativeEngine.start();
        TranslationFaults faults = new TranslationFaults(parent.resolve("translations"));
        GanSpec cycle = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), SHAPE);
        return List.of(
                faults.halves("halves: damaged", null),
                faults.halves("halves: wrong size", TranslationFaults::otherSize),
                faults.folders("pairs: damaged", "pair", null),
                faults.folders("pairs: wrong size", "sized", TranslationFaults::otherSize),
                faults.missing(),
                faults.apart(),
                project("paired game", parent.resolve("paired.ganvas"), TranslationSpecs.paired(
                        new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.RANDOM), SHAPE)),
                project("unpaired game", parent.resolve("unpaired.ganvas"), cycle));
    }

    // ---- Data ----

    /**
     * @param other makes another content; null for the usual corruptions
     */
    private FaultSubject halves(String name, @Nullable Function<SeededRandomStream, byte[]> other)
            throws IOException {
        Path folder = folder(name.replace(": ", "-").replace(' ', '-'), 2 * SIDE);
        return data(name, folder.resolve("b.png"), folder + "|", other);
    }

    private FaultSubject folders(
            String name, String place, @Nullable Function<SeededRandomStream, byte[]> other)
            throws IOException {
        Path inputs = folder(place + "-in", SIDE);
        Path outputs = folder(place + "-out", SIDE);
        return data(name, outputs.resolve("b.png"), inputs + "|" + outputs, other);
    }

    /** Two folders that have nothing to do with each other. */
    private FaultSubject apart() throws IOException {
        Path inputs = folder("apart-in", SIDE);
        Path outputs = folder("apart-out", SIDE);
        return data("two sets: damaged", outputs.resolve("b.png"), inputs + "||" + outputs, null);
    }

    /** An image whose partner has another name. */
    private FaultSubject missing() throws IOException {
        Path inputs = folder("alone-in", SIDE);
        Path outputs = folder("alone-out", SIDE);
        Path partner = outputs.resolve("b.png");
        Path elsewhere = outputs.resolve("another.png");
        String id = inputs + "|" + outputs;
        return FaultSubject.of("pairs: partner missing", partner, Files.readAllBytes(partner), () -> {
            Files.move(partner, elsewhere);
            try {
                FaultCheck.Outcome outcome = openData(id);
                return outcome == FaultCheck.Outcome.LEFT_OUT ? outcome : FaultCheck.Outcome.DIFFERENT;
            } finally {
                Files.delete(elsewhere);
            }
        });
    }

    private static FaultSubject data(
            String name,
            Path file,
            String id,
            @Nullable Function<SeededRandomStream, byte[]> other)
            throws IOException {
        byte[] good = Files.readAllBytes(file);
        if (openData(id) != FaultCheck.Outcome.OTHER_PIXELS) {
            throw new IOException(id + " is not read before it is corrupted");
        }
        return new FaultSubject(
                name,
                file,
                good,
                (kind, random) -> other == null ? kind.corrupt(good, random) : other.apply(random),
                () -> openData(id));
    }

    private Path folder(String name, int width) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        for (int i = 0; i < IMAGES; i++) {
            Files.write(folder.resolve((char) ('a' + i) + ".png"), png(width, SIDE, i));
        }
        return folder;
    }

    private static byte[] otherSize(SeededRandomStream random) {
        return png(1 + random.nextInt(99), 1 + random.nextInt(99), 7);
    }

    private static byte[] png(int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, (i * 97 + number * 31337) & 0xffffff);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static FaultCheck.Outcome openData(String id) {
        try {
            Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
            Dataset inputs = data.inputs().orElseThrow().images();
            data.copyImage(data.size() - 1, new float[data.shape().size()], 0);
            inputs.copyImage(inputs.size() - 1, new float[inputs.shape().size()], 0);
            if (data.size() == IMAGES) {
                return FaultCheck.Outcome.OTHER_PIXELS;
            }
            String told = data.remark().map(remark -> remark.english()).orElse("");
            boolean named = data.size() == IMAGES - 1 && FaultCheck.sentence(told) == FaultCheck.Outcome.REFUSED;
            return named ? FaultCheck.Outcome.LEFT_OUT : FaultCheck.Outcome.DIFFERENT;
        } catch (DataException e) {
            return FaultCheck.sentence(String.valueOf(e.getMessage()));
        }
    }

    // ---- Projects ----

    private static FaultSubject project(String name, Path file, GanSpec spec) throws IOException, ProjectException {
        try (GameTrainer trainer = new GameTrainer(spec, new StripesData(64, 8), 1)) {
            trainer.step();
            RunInfo info = new RunInfo(1, new RunRequest("own", spec, "stripes", 1), "Stripes", 64, List.of());
            new ProjectStore().save(new RunCapture(info, trainer.capture(), 1, new ScalarLog()), file);
        }
        RunCapture sound = new ProjectStore().load(file);
        byte[] good = Files.readAllBytes(file);
        return new FaultSubject(
                name + ": hostile fields",
                file,
                good,
                (kind, random) -> {
                    try {
                        return HostileZip.GAME_FIELDS.make(good, random);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> openProject(file, sound));
    }

    private static FaultCheck.Outcome openProject(Path file, RunCapture sound) {
        try {
            RunCapture run = new ProjectStore().load(file);
            new ProjectStore().summary(file);
            Game.of(run.info().spec());
            return ResumeCheck.different(sound, run).isEmpty()
                    ? FaultCheck.Outcome.EDITED
                    : FaultCheck.Outcome.DIFFERENT;
        } catch (ProjectException e) {
            return FaultCheck.sentence(e.getMessage());
        }
    }
}
