package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.dl4j.BarImages;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} on generators of images: bars in ten rows, with a generator that can be made good or bad. */
class ImageCommandsTest {

    private static final int SIDE = 10;
    private static final int SIZE = SIDE * SIDE;

    private final CliRunner shell = new CliRunner();
    private final BarImages bars = new BarImages(100_000, SIDE, 7, true);

    /** One classifier serves most tests. */
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private String project = "";
    private int drawn;

    @BeforeAll
    static void writeData() throws IOException {
        write(shared.resolve("data"), "train", new BarImages(600, SIDE, 1, true));
        write(shared.resolve("data"), "t10k", new BarImages(400, SIDE, 2, true));
    }

    @BeforeEach
    void save() throws Exception {
        shell.environment.cache = shared.resolve("cache");
        project = save("bars.ganvas", shared.resolve("data"), 10, Conditioning.PROJECTION);
        shell.environment.renderer = (latent, label) -> bar(label);
    }

    @Test
    void evalPrintsEveryMetricWithItsFloorAndTheClassifier() throws Exception {
        shell.environment.cache = folder.resolve("cache");
        JsonNode result = evaluate("eval", project);
        assertTrue(shell.err().contains("A classifier is trained"), shell.err());
        assertTrue(shell.err().contains("Training the classifier 100%"), shell.err());
        assertEquals(200, result.get("samples").intValue());
        JsonNode classifier = result.get("classifier");
        assertEquals("classes", classifier.get("task").textValue());
        assertEquals(600, classifier.get("pictures").intValue());
        assertEquals(400, classifier.get("tested").intValue());
        assertTrue(classifier.get("accuracy").doubleValue() > 0.9, classifier.toString());
        assertEquals(64, classifier.get("sha256").textValue().length());
        JsonNode metrics = result.get("metrics");
        assertEquals(13, metrics.size());
        // A perfect generator stands at the floor.
        assertEquals(floor(metrics, "right_class"), value(metrics, "right_class"), 0.06);
        assertEquals(floor(metrics, "classifier_score"), value(metrics, "classifier_score"), 0.5);
        assertEquals(1, value(metrics, "class_spread"), 0.05);
        assertEquals(0, value(metrics, "classes_missing"));
        assertTrue(value(metrics, "classifier_frechet") < 2 * floor(metrics, "classifier_frechet"));
        assertEquals(1, metrics.get("density").get("expectedFloor").doubleValue());
        assertEquals("lower", metrics.get("classifier_frechet").get("better").textValue());
    }

    @Test
    void theClassifierIsTrainedOnceAndTheSeedDecidesTheRest() throws Exception {
        JsonNode first = evaluate("eval", project, "--samples", "100");
        drawn = 0;
        JsonNode second = evaluate("eval", project, "--samples", "100");
        assertEquals("", shell.err());
        assertEquals(first.get("classifier"), second.get("classifier"));
        assertEquals(first.get("metrics"), second.get("metrics"));
        JsonNode other = evaluate("eval", project, "--samples", "100", "--seed", "2");
        assertEquals(first.get("classifier"), other.get("classifier"));
        assertNotEquals(
                floor(first.get("metrics"), "classifier_frechet"), floor(other.get("metrics"), "classifier_frechet"));
    }

    @Test
    void aGeneratorThatIgnoresItsLabelsIsCaught() throws Exception {
        shell.environment.renderer = (latent, label) -> bar(3);
        JsonNode metrics = evaluate("eval", project).get("metrics");
        assertEquals(0.1, value(metrics, "right_class"), 0.06);
        assertTrue(value(metrics, "classes_missing") >= 8, metrics.toString());
        assertTrue(value(metrics, "classifier_score") < 2, metrics.toString());
        assertTrue(
                value(metrics, "classifier_frechet") > 10 * floor(metrics, "classifier_frechet"), metrics.toString());
    }

    @Test
    void anUnconditionalGeneratorHasNoRightClass() throws Exception {
        String unconditional = save("none.ganvas", shared.resolve("data"), 0, Conditioning.NONE);
        shell.environment.renderer = (latent, label) -> bar(drawn % SIDE);
        JsonNode metrics = evaluate("eval", unconditional).get("metrics");
        assertFalse(metrics.has("right_class"));
        assertEquals(12, metrics.size());
        assertTrue(shell.environment.requests.stream()
                .flatMap(request -> request.labels().stream())
                .allMatch(label -> label == 0));
    }

    @Test
    void imagesWithoutLabelsAreEvaluatedByTheirQuarterTurns() throws Exception {
        Path unlabelled = write(folder.resolve("plain"), "train", new BarImages(500, SIDE, 3, true));
        Files.delete(unlabelled.resolve("train-labels-idx1-ubyte"));
        String unconditional = save("plain.ganvas", unlabelled, 0, Conditioning.NONE);
        JsonNode result = evaluate("eval", unconditional);
        assertEquals("quarter_turns", result.get("classifier").get("task").textValue());
        // Half of the images train the classifier; of the others there are two sets.
        assertEquals(250, result.get("classifier").get("pictures").intValue() / 4);
        assertEquals(125, result.get("samples").intValue());
        assertEquals(7, result.get("metrics").size());
    }

    @Test
    void imagesOfAnotherProgramAreEvaluatedByTheSameClassifier() throws Exception {
        JsonNode own = evaluate("eval", project);
        shell.environment.renderer = (latent, label) -> {
            throw new AssertionError("no image should be generated");
        };
        Path good = write(folder.resolve("good"), "train", new BarImages(300, SIDE, 5, true));
        JsonNode result = evaluate("eval", project, "--images", good.toString());
        assertEquals(own.get("classifier"), result.get("classifier"));
        assertEquals(good.toString(), result.get("judged").textValue());
        assertFalse(result.has("weights"));
        assertEquals(200, result.get("samples").intValue());
        assertTrue(value(result.get("metrics"), "right_class") > 0.9, result.toString());
        assertEquals(result, evaluate("eval", project, "--pictures", good.toString()), "the former name of --images");
        Path poor = write(folder.resolve("poor"), "train", new BarImages(150, SIDE, 5, false));
        JsonNode other = evaluate("eval", project, "--images", poor.toString());
        assertEquals(150, other.get("samples").intValue());
        assertTrue(
                value(other.get("metrics"), "classifier_frechet")
                        > 3 * value(result.get("metrics"), "classifier_frechet"),
                other.toString());
    }

    @Test
    void imagesThatCannotBeEvaluatedAreRefused() throws Exception {
        Path few = write(folder.resolve("few"), "train", new BarImages(60, SIDE, 3, true));
        shell.fails("generate more", "eval", project, "--images", few.toString());
        Path some = write(folder.resolve("some"), "train", new BarImages(120, SIDE, 3, true));
        shell.fails("choose --samples 120 or fewer", "eval", project, "--images", some.toString(), "--samples", "130");
        Path large = write(folder.resolve("large"), "train", new BarImages(120, SIDE + 4, 3, true));
        shell.fails("made for", "eval", project, "--images", large.toString());
    }

    @Test
    void dataThatCannotBeEvaluatedAgainstIsRefused() throws Exception {
        shell.fails("choose --samples 200 or fewer", "eval", project, "--samples", "201");
        Path few = write(folder.resolve("few"), "train", new BarImages(60, SIDE, 3, true));
        shell.fails("choose other data with --data", "eval", project, "--data", few.toString());
        Path large = write(folder.resolve("large"), "train", new BarImages(60, SIDE + 4, 3, true));
        shell.fails("choose another preset or other data", "eval", project, "--data", large.toString());
        shell.fails(
                "does not exist",
                "eval",
                project,
                "--data",
                folder.resolve("gone").toString());
    }

    private float[] bar(int label) {
        float[] image = new float[SIZE];
        bars.copyImage(label + SIDE * drawn++, image, 0);
        return image;
    }

    private JsonNode evaluate(String... arguments) throws Exception {
        shell.succeeds(arguments);
        assertEquals(0, shell.environment.openSamplers);
        return new ObjectMapper().readTree(shell.out());
    }

    private static double value(JsonNode metrics, String name) {
        return metrics.get(name).get("value").doubleValue();
    }

    private static double floor(JsonNode metrics, String name) {
        return metrics.get(name).get("floor").doubleValue();
    }

    private String save(String name, Path data, int classes, Conditioning conditioning) throws Exception {
        NetworkSpec generator = new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Dense(SIZE)));
        NetworkSpec discriminator =
                new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Dense(2), new LayerSpec.Dense(1)));
        OptimizerSpec adam = OptimizerSpec.adam(2e-4, 0.5, 0.999);
        GanSpec spec = new GanSpec(
                3,
                new ImageShape(1, SIDE, SIDE),
                classes,
                conditioning,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
        RunCapture run = RunFixtures.tiny();
        RunInfo info = new RunInfo(1, new RunRequest("minute", spec, data.toString(), 1), "bars", 600, List.of());
        Path file = folder.resolve(name);
        new ProjectStore().save(new RunCapture(info, run.state(), run.trainedSeconds(), run.scalars()), file);
        return file.toString();
    }

    private static Path write(Path data, String part, BarImages content) throws IOException {
        Files.createDirectories(data);
        try (DataOutputStream images =
                        new DataOutputStream(Files.newOutputStream(data.resolve(part + "-images-idx3-ubyte")));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(data.resolve(part + "-labels-idx1-ubyte")))) {
            for (int number : new int[] {
                0x803, content.size(), content.shape().height(), content.shape().width()
            }) {
                images.writeInt(number);
            }
            labels.writeInt(0x801);
            labels.writeInt(content.size());
            float[] image = new float[content.shape().size()];
            for (int i = 0; i < content.size(); i++) {
                labels.writeByte(content.label(i));
                content.copyImage(i, image, 0);
                for (float pixel : image) {
                    images.writeByte(Math.round((pixel + 1) * 127.5f));
                }
            }
        }
        return data;
    }
}
