package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands on a translation of doodles. */
class TranslationCommandsTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    private Path folder;

    private final CliRunner cli = CliRunner.real(() -> folder.resolve("cache"));

    @BeforeEach
    void train() throws Exception {
        NativeEngine.start();
        ConditionSpec hole = new ConditionSpec.Hole(.5, ConditionSpec.Hole.Kind.CENTRED);
        GanSpec spec = TranslationSpecs.paired(hole, SHAPE);
        RunRequest request = new RunRequest("own", spec, DatasetEntry.DOODLES, 1);
        try (Trainer trainer = Trainer.of(spec, DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE), 1)) {
            trainer.step();
            RunInfo info = new RunInfo(1, request, "Doodle digits", 60_000, List.of());
            new ProjectStore()
                    .save(new RunCapture(info, trainer.capture(), 1, new ScalarLog()), folder.resolve("run.ganvas"));
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static double level(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    @Test
    void rowsOfInputOutputAndWantedImageKeepTheKnownPixels() throws Exception {
        cli.succeeds(
                "sample", path("run.ganvas"), "--rows", "5", "--scale", "1", "--gap", "0", "--out", path("rows.png"));
        BufferedImage rows = ImageIO.read(folder.resolve("rows.png").toFile());
        assertEquals(3 * 28, rows.getWidth());
        assertEquals(5 * 28, rows.getHeight());
        for (int y = 0; y < 5 * 28; y++) {
            for (int x = 0; x < 28; x++) {
                boolean known = x < 7 || x >= 21 || y % 28 < 7 || y % 28 >= 21;
                double wanted = level(rows, 56 + x, y);
                if (known) {
                    assertEquals(wanted, level(rows, x, y), "input at " + x + ", " + y);
                    assertEquals(wanted, level(rows, 28 + x, y), 1, "output at " + x + ", " + y);
                } else {
                    assertEquals(128, level(rows, x, y), 1);
                }
            }
        }
    }

    @Test
    void aFileIsTranslatedByItself() throws Exception {
        BufferedImage white = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
        white.createGraphics().fillRect(0, 0, 50, 50);
        ImageIO.write(white, "png", folder.resolve("white.png").toFile());
        cli.succeeds(
                "sample", path("run.ganvas"), "--input", path("white.png"), "--scale", "1", "--out", path("one.png"));
        BufferedImage one = ImageIO.read(folder.resolve("one.png").toFile());
        assertEquals(28, one.getHeight());
        assertEquals(255, level(one, 0, 0));
    }

    @Test
    void evaluationStandsBesideTheTrivialAnswer() throws Exception {
        // 60 examples are too few for sets of images, so no classifier is needed.
        assertEquals(2, cli.run("eval", path("run.ganvas"), "--samples", "60"), "metrics need more");
        JsonNode trivial = evaluated("hole_psnr").get("trivial").get("mean_fill");
        assertTrue(trivial.asDouble() > 4 && trivial.asDouble() < 9, "mean fill " + trivial);
        assertEquals("higher", evaluated("ssim").get("better").asText());
    }

    private JsonNode evaluated(String metric) throws Exception {
        cli.succeeds("eval", path("run.ganvas"), "--samples", "100");
        return new ObjectMapper().readTree(cli.out()).get("metrics").get(metric);
    }

    @Test
    void whatATranslationHasNotIsSaid() {
        assertEquals(1, cli.run("interpolate", path("run.ganvas"), "--seeds", "1,2", "--out", path("walk.gif")));
        assertTrue(cli.err().contains("translates images and has no latent space"), cli.err());
        assertEquals(2, cli.run("sample", path("run.ganvas"), "--cols", "3", "--out", path("grid.png")));
        assertTrue(cli.err().contains("has no latents, so leave --cols"), cli.err());
        assertEquals(
                2, cli.run("train", "--preset", "minute", "--data", "builtin:doodles", "--data-b", "builtin:doodles"));
        assertTrue(cli.err().contains("--data-b needs a preset that translates"), cli.err());
        assertEquals(2, cli.run("train", "--data-b", "builtin:doodles"));
        assertTrue(cli.err().contains("--data-b needs --data"), cli.err());
    }

    @Test
    void pairsAreShownBesideOneAnother() throws Exception {
        cli.succeeds(
                "datasets",
                "--show",
                "builtin:doodles",
                "--data-b",
                "builtin:doodle-outlines",
                "--out",
                path("pairs.png"));
        String text = cli.out();
        assertTrue(text.startsWith("Doodle digits → Doodle outlines: 60000 samples"), text);
        assertTrue(text.contains("60000 pairs."), text);
        assertTrue(ImageIO.read(folder.resolve("pairs.png").toFile()).getWidth() > 200);
    }
}
