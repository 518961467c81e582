package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export and import as commands: round trips on the real engine, wrong use and refusals. */
class ExchangeCommandsTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private final CliRunner cli = CliRunner.real(() -> folder.resolve("cache"));

    @BeforeEach
    void writeImages() throws IOException {
        StripeFiles.write(folder.resolve("data"), 64);
    }

    @Test
    void aDcganIsExportedImportedAndTrainedFurther() throws Exception {
        roundTrip("dcgan-light");
    }

    @Test
    void anMlpIsExportedImportedAndTrainedFurther() throws Exception {
        roundTrip("mlp-b");
    }

    private void roundTrip(String preset) throws Exception {
        train(preset);
        cli.succeeds("export", path("run.ganvas"), "--to", "dl4j", "--out", path("g.zip"));
        assertEquals(
                path("g.zip")
                        + ": generator as a MultiLayerNetwork, averaged weights, step 3; takes rows of 100 latent"
                        + " numbers, gives images of 28x28 grey.\n",
                cli.out());
        cli.succeeds(
                "export", path("run.ganvas"), "--to", "DL4J", "--network", "discriminator", "--out", path("d.zip"));
        assertTrue(cli.out().contains("discriminator as a MultiLayerNetwork, step 3; takes images as "), cli.out());
        cli.succeeds(
                "import",
                path("g.zip"),
                "--discriminator",
                path("d.zip"),
                "--preset",
                preset,
                "--data",
                path("data"),
                "--out",
                path("back.ganvas"));
        assertTrue(cli.out().startsWith(path("back.ganvas") + ": step 0 on "), cli.out());
        RunCapture run = new ProjectStore().load(folder.resolve("run.ganvas"));
        RunCapture back = new ProjectStore().load(folder.resolve("back.ganvas"));
        assertEquals(run.info().spec().generator(), back.info().spec().generator());
        assertEquals(run.info().spec().discriminator(), back.info().spec().discriminator());
        assertEquals(64, back.info().dataSize());
        assertArrayEquals(draw(run, true), draw(back, true), 1e-5f);
        assertArrayEquals(draw(run, true), draw(back, false), 1e-5f);
        cli.succeeds("resume", path("back.ganvas"), "--steps", "2");
        assertEquals(
                2,
                new ProjectStore().load(folder.resolve("back.ganvas")).state().step());
    }

    @Test
    void rawWeightsAreExportedOnDemand() throws Exception {
        train("mlp-b");
        cli.succeeds("export", path("run.ganvas"), "--to", "dl4j", "--raw", "--out", path("g.zip"));
        assertTrue(cli.out().contains(", raw weights,"), cli.out());
        cli.succeeds("import", path("g.zip"), "--data", path("data"), "--out", path("back.ganvas"));
        RunCapture run = new ProjectStore().load(folder.resolve("run.ganvas"));
        assertArrayEquals(draw(run, false), draw(new ProjectStore().load(folder.resolve("back.ganvas")), true), 1e-5f);
    }

    @Test
    void anImportedConditionalGeneratorStaysConditional() throws Exception {
        train("minute");
        cli.succeeds("export", path("run.ganvas"), "--to", "dl4j", "--out", path("g.zip"));
        assertTrue(cli.out().contains("of the latent, then the one-hot label of 10 classes"), cli.out());
        cli.succeeds(
                "export", path("run.ganvas"), "--to", "dl4j", "--network", "discriminator", "--out", path("d.zip"));
        assertTrue(cli.out().contains("as a ComputationGraph"), cli.out());
        cli.succeeds(
                "import", path("g.zip"), "--preset", "minute", "--data", path("data"), "--out", path("back.ganvas"));
        RunCapture run = new ProjectStore().load(folder.resolve("run.ganvas"));
        RunCapture back = new ProjectStore().load(folder.resolve("back.ganvas"));
        assertEquals(
                run.info().spec().withTraining(back.info().spec().training()),
                back.info().spec());
        assertArrayEquals(draw(run, true), draw(back, true), 1e-5f);
    }

    @Test
    void filesThatCannotBeImportedAreRefusedAndNothingIsWritten() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.zip"), "no zip");
        assertEquals(1, cli.run("import", bad.toString(), "--data", path("data"), "--out", path("back.ganvas")));
        assertEquals(
                bad
                        + " cannot be imported: it is cut short or no zip at all; the file was left as it is and"
                        + " nothing was changed.\n",
                cli.err());
        assertFalse(Files.exists(folder.resolve("back.ganvas")));
        assertEquals(1, cli.run("import", path("no.zip"), "--out", path("back.ganvas")));
        assertTrue(cli.err().startsWith("There is no file"), "sentence");

        train("minute");
        cli.succeeds(
                "export", path("run.ganvas"), "--to", "dl4j", "--network", "discriminator", "--out", path("d.zip"));
        assertEquals(1, cli.run("import", path("d.zip"), "--out", path("back.ganvas")));
        assertTrue(cli.err().contains("it is a ComputationGraph"), "sentence");
    }

    @Test
    void wrongUsageIsExplained() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("tiny.ganvas"));
        String tiny = path("tiny.ganvas");
        shell.refuses("--to", "export", tiny, "--out", path("g.zip"));
        shell.refuses("'onnx'", "export", tiny, "--to", "onnx", "--out", path("g.zip"));
        shell.refuses("ends in .py", "export", tiny, "--to", "pytorch", "--out", path("g.zip"));
        shell.refuses("ends in .json", "export", tiny, "--to", "curves", "--out", path("c.csv"));
        shell.refuses("ends in .zip", "export", tiny, "--to", "dl4j", "--out", tiny);
        shell.refuses("ends in .gif", "export", tiny, "--to", "timelapse", "--out", path("t.png"));
        shell.refuses("ends in .npz", "export", tiny, "--to", "npz", "--out", path("g.zip"));
        shell.refuses("--network and --raw", "export", tiny, "--to", "npz", "--raw", "--out", path("w.npz"));
        shell.refuses(
                "--raw is for the generator",
                "export",
                tiny,
                "--to",
                "dl4j",
                "--network",
                "discriminator",
                "--raw",
                "--out",
                path("d.zip"));
        shell.refuses("no preset", "import", path("g.zip"), "--preset", "none", "--out", path("b.ganvas"));
        shell.refuses("ends in .ganvas", "import", path("g.zip"), "--out", path("b.zip"));
        shell.refuses("--classes", "import", path("g.zip"), "--classes", "1", "--out", path("b.ganvas"));
        shell.fails("no file", "export", path("no.ganvas"), "--to", "npz", "--out", path("w.npz"));
        shell.fails("do not fit its own settings", "export", tiny, "--to", "dl4j", "--out", path("g.zip"));
        assertFalse(Files.exists(folder.resolve("g.zip")));
    }

    @Test
    void arraysAreCounted() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("tiny.ganvas"));
        shell.succeeds("export", path("tiny.ganvas"), "--to", "npz", "--out", path("w.npz"));
        assertEquals(path("w.npz") + ": 9 arrays, step 100.\n", shell.out());
    }

    @Test
    void aScriptComesWithItsArraysAndIsNamedInAFolder() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("tiny.ganvas"));
        shell.succeeds("export", path("tiny.ganvas"), "--to", "pytorch", "--out", path("digits.py"));
        assertEquals(
                path("digits.py") + " and " + path("digits.npz") + ": step 100; 'python digits.py' draws the grid.\n",
                shell.out());
        shell.succeeds("export", path("tiny.ganvas"), "--to", "pytorch", "--out", folder.toString());
        assertTrue(Files.readString(folder.resolve("gan.py")).contains("class Generator(nn.Module):"));
        assertTrue(Files.exists(folder.resolve("gan.npz")));
        shell.succeeds("export", path("tiny.ganvas"), "--to", "curves", "--out", path("c.json"));
        assertEquals(path("c.json") + ": 4 curves up to step 100.\n", shell.out());
        shell.fails("no checkpoints", "export", path("tiny.ganvas"), "--to", "timelapse", "--out", path("t.gif"));
        shell.refuses(
                "--network and --raw are for --to dl4j",
                "export",
                path("tiny.ganvas"),
                "--to",
                "pytorch",
                "--raw",
                "--out",
                path("g.py"));
    }

    private static float[] draw(RunCapture run, boolean averaged) {
        GanSpec spec = run.info().spec();
        try (OfflineSampler studio = new OfflineSampler(run)) {
            List<float[]> latents =
                    List.of(LatentSampling.ofSeed(1, spec.latentDim()), LatentSampling.ofSeed(2, spec.latentDim()));
            return studio.render(new LatentRequest(latents, List.of(3, 0), averaged))
                    .pixels();
        }
    }

    private void train(String preset) {
        cli.succeeds(
                "train",
                "--preset",
                preset,
                "--data",
                path("data"),
                "--steps",
                "3",
                "--batch",
                "8",
                "--out",
                path("run.ganvas"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
