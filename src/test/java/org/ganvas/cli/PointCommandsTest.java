package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on projects of 2-D points, with a generator whose points equal their latents. */
class PointCommandsTest {

    private static final int REAL = 0x009E73;
    private static final int GENERATED = 0xD55E00;

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private String project = "";
    private String images = "";
    private String png = "";

    @BeforeEach
    void save() throws Exception {
        png = folder.resolve("points.png").toString();
        project = save("ring.ganvas", "builtin:ring");
        images = folder.resolve("images.ganvas").toString();
        new ProjectStore().save(RunFixtures.tiny(), Path.of(images));
    }

    private String save(String name, String data) throws Exception {
        RunCapture run = RunFixtures.tiny();
        RunRequest request = new RunRequest("ring", PresetRegistry.get("ring").spec(), data, 1);
        RunInfo info = new RunInfo(1, request, "Ring of 8", 100_000, List.of());
        Path file = folder.resolve(name);
        new ProjectStore().save(new RunCapture(info, run.state(), run.trainedSeconds(), run.scalars()), file);
        return file.toString();
    }

    private JsonNode evaluate(String... arguments) throws Exception {
        shell.succeeds(arguments);
        assertEquals("", shell.err());
        assertEquals(0, shell.environment.openSamplers);
        return new ObjectMapper().readTree(shell.out());
    }

    @Test
    void evalPrintsOneObjectWithEveryMetricAndItsFloor() throws Exception {
        JsonNode result = evaluate("eval", project);
        assertEquals("builtin:ring", result.get("data").textValue());
        assertEquals("averaged", result.get("weights").textValue());
        assertEquals(2500, result.get("samples").intValue());
        assertEquals(100, result.get("step").intValue());
        JsonNode metrics = result.get("metrics");
        assertEquals(7, metrics.size());
        JsonNode quality = metrics.get("high_quality");
        // A Gaussian of the width of the whole ring: some of it lies near the modes by chance.
        assertTrue(quality.get("value").doubleValue() < 0.2);
        assertEquals(0.98889, quality.get("floor").doubleValue(), 0.01);
        assertEquals(0.98889, quality.get("expectedFloor").doubleValue(), 1e-5);
        assertEquals("higher", quality.get("better").textValue());
        assertEquals(8, metrics.get("modes_captured").get("floor").intValue());
        assertEquals("bits", metrics.get("js").get("unit").textValue());
        for (JsonNode metric : List.of(metrics.get("js"), metrics.get("kl"), metrics.get("sliced_w2"))) {
            assertTrue(
                    metric.get("value").doubleValue() > 3 * metric.get("floor").doubleValue(), result.toString());
        }
    }

    @Test
    void evalIsDecidedByItsSeed() throws Exception {
        JsonNode first = evaluate("eval", project, "--samples", "500");
        assertEquals(first, evaluate("eval", project, "--samples", "500"));
        JsonNode other = evaluate("eval", project, "--samples", "500", "--seed", "2");
        assertNotEquals(first.get("metrics"), other.get("metrics"));
    }

    @Test
    void evalSamplesLatentsAndUsesTheChosenWeights() throws Exception {
        evaluate("eval", project, "--samples", "600", "--raw");
        int drawn = shell.environment.requests.stream()
                .mapToInt(request -> request.latents().size())
                .sum();
        assertEquals(600, drawn);
        assertTrue(shell.environment.requests.stream().noneMatch(LatentRequest::averaged));
    }

    @Test
    void evalTakesOtherBuiltInDataAndFiles() throws Exception {
        JsonNode line = evaluate("eval", project, "--data", "builtin:line");
        assertEquals(4, line.get("metrics").size());
        Path csv = folder.resolve("points.csv");
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 400; i++) {
            float[] point = LatentSampling.ofSeed(1000 + i, 2);
            text.append(point[0]).append(',').append(point[1]).append('\n');
        }
        Files.writeString(csv, text);
        JsonNode own = evaluate("eval", project, "--data", csv.toString(), "--samples", "200");
        JsonNode distance = own.get("metrics").get("sliced_w1");
        // Both are N(0, I), so the generator is perfect and stands at the floor.
        assertEquals(distance.get("floor").doubleValue(), distance.get("value").doubleValue(), 0.1);
        shell.fails("choose --samples 200 or fewer", "eval", project, "--data", csv.toString(), "--samples", "201");
        JsonNode others = evaluate("eval", project, "--images", csv.toString());
        assertEquals(400, others.get("samples").intValue());
        assertEquals(csv.toString(), others.get("judged").textValue());
        shell.fails("choose other data", "eval", project, "--images", "builtin:doodles");
    }

    @Test
    void dataThatCannotBeEvaluatedAgainstIsRefused() {
        shell.fails("'Doodle digits' has 10 classes", "eval", images);
        shell.fails("holds 28x28 grey; choose other data", "eval", project, "--data", "builtin:doodles");
        shell.fails("There is no built-in dataset 'builtin:cats'", "eval", project, "--data", "builtin:cats");
        shell.refuses("--samples takes 100 to 1000000, not 1.", "eval", project, "--samples", "1");
    }

    @Test
    void sampleDrawsAScatterPlotOfRealAndGeneratedPoints() throws Exception {
        shell.succeeds("sample", project, "--out", png);
        assertEquals(png + ": 1,024 points, step 100.\n", shell.out());
        BufferedImage image = ImageIO.read(Path.of(png).toFile());
        assertEquals(1024, image.getWidth());
        assertEquals(1024, image.getHeight());
        assertTrue(pixels(image, GENERATED) > 1000);
        assertTrue(pixels(image, REAL) > 100);
        float[] third = shell.environment.requests.get(0).latents().get(2);
        assertArrayEquals(LatentSampling.ofSeed(3, 2), third);
    }

    @Test
    void sampleDrawsTheChosenNumberOfPointsEvenWithoutTheData() throws Exception {
        String lost = save("lost.ganvas", folder.resolve("gone.csv").toString());
        shell.succeeds("sample", lost, "--rows", "10", "--cols", "3", "--out", png);
        assertTrue(shell.out().contains(": 30 points"), shell.out());
        assertTrue(shell.err().startsWith("Drawn without the data: "), shell.err());
        assertEquals(0, pixels(ImageIO.read(Path.of(png).toFile()), REAL));
    }

    @Test
    void interpolateShowsThePathOfThePoint() throws Exception {
        Path gif = folder.resolve("walk.gif");
        shell.succeeds(
                "interpolate", project, "--seeds", "1,2", "--frames", "5", "--path", "lerp", "--out", gif.toString());
        List<LatentRequest> requests = shell.environment.requests;
        List<float[]> stops = requests.get(requests.size() - 1).latents();
        assertEquals(5, stops.size());
        assertArrayEquals(
                LatentSampling.lerp(LatentSampling.ofSeed(1, 2), LatentSampling.ofSeed(2, 2), 0.5),
                stops.get(2),
                1e-6f);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertEquals(5, reader.getNumImages(true));
            assertEquals(512, reader.getWidth(4));
        }
    }

    @Test
    void trainPairsPresetAndData() {
        assertEquals("builtin:ring", trained("--preset", "ring").dataId());
        assertEquals("ring", trained("--data", "builtin:moons").presetId());
        assertEquals("grid", trained("--data", "builtin:grid").presetId());
        assertEquals("minute", trained().presetId());
        assertEquals("builtin:doodles", trained().dataId());
        assertEquals(
                "builtin:spiral",
                trained("--preset", "grid", "--data", "builtin:spiral").dataId());
    }

    private RunRequest trained(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "train";
        arguments[1] = "--steps";
        arguments[2] = "5";
        System.arraycopy(options, 0, arguments, 3, options.length);
        shell.succeeds(arguments);
        return shell.environment.opened().commands.stream()
                .filter(TrainingCommand.Load.class::isInstance)
                .map(command -> ((TrainingCommand.Load) command).request())
                .findFirst()
                .orElseThrow();
    }

    private static long pixels(BufferedImage image, int colour) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(all).filter(pixel -> near(pixel, colour)).count();
    }

    private static boolean near(int pixel, int colour) {
        return Math.abs((pixel >> 16 & 0xFF) - (colour >> 16)) < 60
                && Math.abs((pixel >> 8 & 0xFF) - (colour >> 8 & 0xFF)) < 40
                && Math.abs((pixel & 0xFF) - (colour & 0xFF)) < 60;
    }
}
