package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands on the real session, engine and files, with a handful of images. */
class EndToEndTest {

    private static final int SIDE = StripeFiles.SIDE;
    private static final int PICTURES = 64;

    @TempDir
    private Path folder;

    private final CliRunner cli = CliRunner.real(() -> folder.resolve("cache"));

    @BeforeEach
    void writeImages() throws IOException {
        StripeFiles.write(folder.resolve("data"), PICTURES);
    }

    @Test
    void resumedTrainingGivesTheWeightsOfUninterruptedTraining() throws Exception {
        train("whole.ganvas", 12);
        train("part.ganvas", 5);
        cli.succeeds("resume", path("part.ganvas"), "--steps", "7");

        RunCapture whole = new ProjectStore().load(folder.resolve("whole.ganvas"));
        RunCapture part = new ProjectStore().load(folder.resolve("part.ganvas"));
        assertEquals(1, whole.threads());
        assertEquals(1, part.threads(), "going on takes the number that the file was trained with");
        assertEquals(12, part.state().step());
        List<NamedArray> expected = whole.state().arrays();
        assertTrue(expected.size() > 20, "arrays: " + expected.size());
        for (int i = 0; i < expected.size(); i++) {
            NamedArray actual = part.state().arrays().get(i);
            assertEquals(expected.get(i).name(), actual.name());
            assertArrayEquals(expected.get(i).values(), actual.values(), actual.name());
        }
        for (TrainingScalar metric : TrainingScalar.values()) {
            assertArrayEquals(
                    whole.scalars().read(metric, 0, 99, 99).high(),
                    part.scalars().read(metric, 0, 99, 99).high());
        }
    }

    @Test
    void aTrainedProjectRendersGridsAndFilms() throws Exception {
        train("run.ganvas", 3);
        cli.succeeds(
                "sample", path("run.ganvas"), "--rows", "2", "--scale", "2", "--gap", "1", "--out", path("grid.png"));
        BufferedImage grid = ImageIO.read(folder.resolve("grid.png").toFile());
        assertEquals(10 * (2 * SIDE + 1) - 1, grid.getWidth());
        assertEquals(2 * (2 * SIDE + 1) - 1, grid.getHeight());
        assertNotEquals(
                grid.getRaster().getSample(2 * SIDE, 0, 0), grid.getRaster().getSample(SIDE, SIDE, 0), "not empty");
        cli.succeeds(
                "interpolate",
                path("run.ganvas"),
                "--seeds",
                "1,2",
                "--frames",
                "5",
                "--class",
                "3",
                "--scale",
                "1",
                "--out",
                path("walk.gif"));
        assertEquals(SIDE, ImageIO.read(folder.resolve("walk.gif").toFile()).getWidth());
    }

    @Test
    void samplesAndLogAreWrittenDuringTraining() throws Exception {
        cli.succeeds(
                "train",
                "--data",
                path("data"),
                "--steps",
                "3",
                "--batch",
                "8",
                "--samples",
                path("film"),
                "--log",
                path("log.csv"));
        assertEquals(4, Files.readAllLines(folder.resolve("log.csv")).size());
        for (int step = 0; step <= 3; step++) {
            assertTrue(Files.exists(folder.resolve("film/step-0000000%d.png".formatted(step))), "step " + step);
        }
        assertEquals(
                10 * (3 * SIDE + 2) - 2,
                ImageIO.read(folder.resolve("film/step-00000003.png").toFile()).getWidth());
    }

    @Test
    void pointsAreTrainedDrawnAndEvaluated() throws Exception {
        cli.succeeds(
                "train", "--preset", "ring", "--steps", "200", "--samples", path("film"), "--out", path("ring.ganvas"));
        BufferedImage scatter =
                ImageIO.read(folder.resolve("film/step-00000200.png").toFile());
        assertEquals(1024, scatter.getWidth());
        cli.succeeds("resume", path("ring.ganvas"), "--steps", "10");
        assertEquals(
                210,
                new ProjectStore().load(folder.resolve("ring.ganvas")).state().step());
        cli.succeeds("eval", path("ring.ganvas"));
        JsonNode metrics = new ObjectMapper().readTree(cli.out()).get("metrics");
        assertEquals(8, metrics.get("modes_captured").get("floor").intValue());
        assertTrue(metrics.get("js").get("value").doubleValue()
                > metrics.get("js").get("floor").doubleValue());
    }

    @Test
    void failuresAreReportedInOneSentence() {
        assertEquals(1, cli.run("train", "--data", path("nowhere"), "--steps", "1"));
        assertEquals(1, cli.err().lines().count(), cli.err());
        assertTrue(cli.err().contains(path("nowhere")));
    }

    private void train(String file, int steps) {
        cli.succeeds(
                "train",
                "--data",
                path("data"),
                "--steps",
                Integer.toString(steps),
                "--batch",
                "8",
                "--threads",
                "1",
                "--seed",
                "4",
                "--out",
                path(file));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
