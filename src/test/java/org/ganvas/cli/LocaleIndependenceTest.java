package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.CurveCsvExport;
import org.ganvas.project.exchange.LatentTextFormat;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that machines read has the same bytes under locales with digits (ar_EG, fa_IR, bn_BD), letters (tr_TR) and
 * decimal commas (de_DE) of their own.
 */
class LocaleIndependenceTest {

    private static final List<String> LOCALES = List.of("ar-EG-u-nu-arab", "fa-IR", "bn-BD", "tr-TR", "de-DE");

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void trainAConditionalRun() throws Exception {
        Locale.setDefault(Locale.ROOT);
        StripeFiles.write(folder.resolve("data"), 64);
        project = folder.resolve("run.ganvas");
        run(
                "train",
                "--preset",
                "minute",
                "--data",
                path("data"),
                "--steps",
                "3",
                "--batch",
                "8",
                "--threads",
                "1",
                "--out",
                project.toString());
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void everyExportHasTheSameBytesUnderEveryLocale() throws Exception {
        Map<String, byte[]> expected = export("root");
        assertEquals(18, expected.size(), expected.keySet().toString());
        for (String tag : LOCALES) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            Map<String, byte[]> exported = export(tag);
            assertEquals(expected.keySet(), exported.keySet(), tag);
            expected.forEach((name, bytes) -> assertArrayEquals(bytes, exported.get(name), name + " under " + tag));
        }
    }

    /** Every kind of file that commands and the window export, by its name. */
    private Map<String, byte[]> export(String tag) throws Exception {
        Path place = Files.createDirectory(folder.resolve(tag));
        String from = project.toString();
        run("export", from, "--to", "dl4j", "--out", place.resolve("g.zip").toString());
        run(
                "export",
                from,
                "--to",
                "dl4j",
                "--network",
                "discriminator",
                "--out",
                place.resolve("d.zip").toString());
        run("export", from, "--to", "pytorch", "--out", place.resolve("gan.py").toString());
        run("export", from, "--to", "npz", "--out", place.resolve("all.npz").toString());
        run("export", from, "--to", "curves", "--out", place.resolve("c.json").toString());
        run("sample", from, "--out", place.resolve("s.png").toString());
        for (String film : List.of("f.gif", "f.png", "f.mp4")) {
            run(
                    "interpolate",
                    from,
                    "--seeds",
                    "1,2",
                    "--frames",
                    "3",
                    "--out",
                    place.resolve(film).toString());
        }
        // The labels of a conditional generator survive only if the export names them in plain digits.
        run(
                "import",
                place.resolve("g.zip").toString(),
                "--preset",
                "minute",
                "--data",
                path("data"),
                "--out",
                place.resolve("back.ganvas").toString());
        CliRunner shell = new CliRunner();
        shell.succeeds(
                "train",
                "--steps",
                "50",
                "--out",
                place.resolve("fake.ganvas").toString(),
                "--log",
                place.resolve("log.csv").toString(),
                "--samples",
                place.resolve("film").toString());
        saveByTheWindow(place);
        Files.write(place.resolve("printed.txt"), List.of(printed("presets"), printed("datasets")));
        return bytes(place);
    }

    /** Files that the window alone writes. */
    private void saveByTheWindow(Path place) throws Exception {
        RunCapture run = new ProjectStore().load(project);
        new ProjectStore().save(run, place.resolve("again.ganvas"));
        Map<TrainingScalar, ScalarCurve> curves = new TreeMap<>();
        run.scalars().save().forEach((scalar, saved) -> curves.put(scalar, saved.curve()));
        CurveCsvExport.save(
                curves,
                Map.of("js", List.of(new MetricLog.MetricValue("js", 1234567, 0.5, 0.25, 0.125))),
                8,
                place.resolve("curves.csv"));
        Files.writeString(
                place.resolve("latent.txt"),
                LatentTextFormat.write(new LatentPoint(new float[] {1234.5f, -0.25f}, new float[] {0.5f, 0.5f}, 0.7)));
    }

    private Map<String, byte[]> bytes(Path place) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(place)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                // Deeplearning4j writes the time into its zips.
                files.put(
                        name,
                        name.endsWith(".zip")
                                ? unzipped(file)
                                : name.endsWith(".mp4") ? undated(file) : Files.readAllBytes(file));
            }
        }
        // One entry for the whole series of images.
        try (Stream<Path> images = Files.list(place.resolve("film"))) {
            ByteArrayOutputStream together = new ByteArrayOutputStream();
            for (Path image : images.sorted().toList()) {
                together.writeBytes(String.valueOf(image.getFileName()).getBytes(StandardCharsets.UTF_8));
                together.writeBytes(Files.readAllBytes(image));
            }
            files.put("film", together.toByteArray());
        }
        return files;
    }

    /** A film without the times of its making, which stand in the headers of the movie, its tracks and their media. */
    private static byte[] undated(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String header : List.of("mvhd", "tkhd", "mdhd")) {
            int at = text.indexOf(header);
            Arrays.fill(bytes, at + 8, at + 16, (byte) 0);
        }
        return bytes;
    }

    private static byte[] unzipped(Path file) throws IOException {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                zip.transferTo(contents);
            }
        }
        return contents.toByteArray();
    }

    private void run(String... args) {
        printed(args);
    }

    private String printed(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = GanvasCli.run(
                CliRunner.inEnglish(args),
                folder.resolve("cache"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
