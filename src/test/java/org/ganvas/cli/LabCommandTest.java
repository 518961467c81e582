package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code lab} on a trained project. */
@Timeout(120)
class LabCommandTest {

    private static final String STEPS = "40";

    @TempDir
    private static Path folder;

    private static String ring = "";
    private static final CliRunner SHELL = CliRunner.real(() -> folder.resolve("cache"));

    private final String png = folder.resolve("lab.png").toString();
    private final String csv = folder.resolve("lab.csv").toString();

    @BeforeAll
    static void train() {
        ring = folder.resolve("ring.ganvas").toString();
        SHELL.succeeds("train", "--preset", "ring", "--steps", STEPS, "--threads", "1", "--out", ring);
    }

    private BufferedImage plot(String... options) throws Exception {
        String[] arguments = {"lab", ring, "--out", png};
        String[] all = Arrays.copyOf(arguments, arguments.length + options.length);
        System.arraycopy(options, 0, all, arguments.length, options.length);
        SHELL.succeeds(all);
        return ImageIO.read(Path.of(png).toFile());
    }

    private static long count(BufferedImage image, int colour) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
    }

    /** Shares of green and orange pixels in the plot itself. */
    private static double coloured(BufferedImage image) {
        int coloured = 0;
        int all = 0;
        for (int y = image.getHeight() / 4; y < image.getHeight() / 2; y++) {
            for (int x = image.getWidth() / 4; x < 3 * image.getWidth() / 4; x++) {
                int argb = image.getRGB(x, y);
                int red = argb >> 16 & 0xFF;
                int green = argb >> 8 & 0xFF;
                int blue = argb & 0xFF;
                all++;
                coloured += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 20 ? 1 : 0;
            }
        }
        return (double) coloured / all;
    }

    @Test
    void thePlotHasTheUsualLayersOnWhite() throws Exception {
        BufferedImage image = plot();
        assertEquals(png + ": plot of step 40 with surface, contour, real, generated.\n", SHELL.out());
        assertTrue(image.getWidth() >= 640 && image.getHeight() > image.getWidth(), "the legend is below");
        assertEquals(ScatterPlotPalette.PAPER.background(), image.getRGB(1, 1));
        assertTrue(coloured(image) > 0.5, "the surface of D: " + coloured(image));
        assertTrue(count(image, ScatterPlotPalette.PAPER.discriminator()) > 50, "the contour");
        String text = Files.readString(Path.of(png), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("preset=ring data=builtin:ring seed=1 step=40"), "provenance");
    }

    @Test
    void layersSizeAndThemeAreChosen() throws Exception {
        BufferedImage image = plot("--layers", "real, Forces", "--size", "300", "--dark");
        assertEquals(png + ": plot of step 40 with real, forces.\n", SHELL.out());
        assertTrue(image.getWidth() < 500, image.getWidth() + " pixels");
        assertEquals(ScatterPlotPalette.DARK.background(), image.getRGB(1, 1));
        assertTrue(count(image, ScatterPlotPalette.DARK.gradient()) > 20, "forces");
        assertEquals(0, count(image, ScatterPlotPalette.DARK.generated()), "no generated points");
        assertTrue(coloured(image) < 0.5, "no surface");
    }

    @Test
    void theBestDiscriminatorAndTheAveragedGeneratorDiffer() throws Exception {
        BufferedImage raw = plot("--layers", "best-d,generated", "--size", "300");
        assertTrue(coloured(raw) > 0.5, "the best D");
        BufferedImage averaged = plot("--layers", "best-d,generated", "--size", "300", "--averaged");
        int different = 0;
        for (int y = 100; y < 300; y++) {
            for (int x = 100; x < 300; x++) {
                different += raw.getRGB(x, y) == averaged.getRGB(x, y) ? 0 : 1;
            }
        }
        assertTrue(different > 2000, different + " pixels");
    }

    @Test
    void theTableHasTheAnswersOfTheSavedDiscriminator() throws Exception {
        SHELL.succeeds("lab", ring, "--out", csv);
        assertEquals(csv + ": 2,048 points, step 40.\n", SHELL.out());
        List<String> lines = Files.readAllLines(Path.of(csv));
        assertEquals("x,y,kind,logit,probability", lines.get(0));
        assertEquals(2049, lines.size());
        float[] points = new float[2 * 2048];
        float[] logits = new float[2048];
        for (int i = 0; i < logits.length; i++) {
            String[] cells = lines.get(i + 1).split(",");
            points[2 * i] = Float.parseFloat(cells[0]);
            points[2 * i + 1] = Float.parseFloat(cells[1]);
            logits[i] = Float.parseFloat(cells[3]);
        }
        RunCapture run = new ProjectStore().load(Path.of(ring));
        try (DiscriminatorProbe probe = new DiscriminatorProbe(run.info().spec())) {
            probe.load(run.state());
            assertArrayEquals(probe.logits(points, new int[logits.length]), logits, 1e-6f);
        }
    }

    @Test
    void aFilmIsRefusedWhereAProjectHoldsItsLastNetworksOnly() {
        for (String film : List.of("lab.gif", "lab.mp4")) {
            SHELL.fails(
                    "holds networks of step 40 only",
                    "lab",
                    ring,
                    "--out",
                    folder.resolve(film).toString());
            assertTrue(Files.notExists(folder.resolve(film)));
        }
    }

    @Test
    void aFilmShowsTheStepsWhoseNetworksTheProjectHolds() throws Exception {
        RunCapture run = new ProjectStore().load(Path.of(ring));
        List<ProjectCheckpoint> past = new ArrayList<>();
        for (long step : new long[] {10, 20, 30}) {
            SampleGrid points = new SampleGrid(run.info().spec().image(), 1, 1, new float[2], new int[0], step);
            TrainerState then = new TrainerState(step, run.state().arrays());
            ProjectCheckpoint.Networks networks =
                    new ProjectCheckpoint.Networks(run.info().spec(), then, 1);
            past.add(new ProjectCheckpoint(0.01, "", points, step == 20 ? null : networks));
        }
        Path kept = folder.resolve("kept.ganvas");
        new ProjectStore().save(run, ProjectExtras.of(past), kept);
        Path gif = folder.resolve("lab.gif");
        SHELL.succeeds("lab", kept.toString(), "--size", "200", "--dark", "--out", gif.toString());
        assertTrue(SHELL.out().contains("film of 3 steps up to step 40"), SHELL.out());
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertEquals(3 + 10, reader.getNumImages(true), "each step, and the last one for a second more");
        }
    }

    @Test
    void badInputGivesOneSentence() throws Exception {
        SHELL.refuses(".gif or .mp4", "lab", ring, "--out", "lab.jpg");
        SHELL.refuses("'colour' is none of them", "lab", ring, "--layers", "real,colour", "--out", png);
        SHELL.refuses("'' is none of them", "lab", ring, "--layers", "", "--out", png);
        SHELL.refuses("only one of surface, best-d and gap", "lab", ring, "--layers", "gap,surface", "--out", png);
        SHELL.refuses("--size takes 200 to 3000, not 100.", "lab", ring, "--size", "100", "--out", png);
        String images = folder.resolve("images.ganvas").toString();
        new ProjectStore().save(RunFixtures.tiny(), Path.of(images));
        SHELL.fails("the Lab shows runs on 2-D points", "lab", images, "--out", png);
        SHELL.fails("There is no file", "lab", folder.resolve("none.ganvas").toString(), "--out", png);
    }

    @Test
    void theLegendIsInTheLanguageOfTheCommand() throws Exception {
        CliRunner fake = new CliRunner();
        assertEquals(0, fake.run("--lang", "zh", "lab", ring, "--size", "300", "--out", png), fake.err());
        BufferedImage chinese = ImageIO.read(Path.of(png).toFile());
        assertTrue(fake.out().contains("第 40 步的图"), fake.out());
        BufferedImage english = plot("--size", "300");
        int title = 0;
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < Math.min(chinese.getWidth(), english.getWidth()); x++) {
                title += chinese.getRGB(x, y) == english.getRGB(x, y) ? 0 : 1;
            }
        }
        assertTrue(title > 100, title + " pixels of the title differ");
    }
}
