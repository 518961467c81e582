package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ganvas.cli.draw.SeedLatents;
import org.ganvas.cli.draw.StyleMixOptions;
import org.ganvas.cli.draw.StyleNoiseOption;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RecordedSteps;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StyleMixCommandTest {

    private static final int SIDE = 28;

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private RunCapture run = RunFixtures.tiny();
    private String project = "";
    private Path png = Path.of("");

    @BeforeEach
    void save() throws Exception {
        project = folder.resolve("styles.ganvas").toString();
        png = folder.resolve("mixed.png");
        GanSpec spec = PresetRegistry.get("stylegan").spec();
        run = RecordedSteps.of("stylegan", spec.withTraining(spec.training().withBatch(2)), 4, 0)
                .before();
        new ProjectStore().save(run, Path.of(project));
    }

    private static float[] row(SampleGrid grid, int image) {
        int size = SIDE * SIDE;
        return Arrays.copyOfRange(grid.pixels(), image * size, (image + 1) * size);
    }

    private SampleGrid mixed(OfflineSampler sampler, String... options) {
        return CommandLine.populateCommand(new StyleMixOptions(), options)
                .grid(sampler, run.info().spec(), StyleControl.NONE, false);
    }

    @Test
    void rowsGiveCoarseAndColumnsFineStylesWithTheSeedsThemselvesOnTheDiagonal() {
        try (OfflineSampler sampler = new OfflineSampler(run)) {
            SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
            SampleGrid plain = sampler.render(latents.row(4, 3, false));
            SampleGrid mixed = mixed(sampler, "--style-mix", "4,5,6");
            assertEquals(3, mixed.rows());
            assertEquals(3, mixed.columns());
            for (int i = 0; i < 3; i++) {
                // Rounding differs with the number of images in a pass.
                assertArrayEquals(row(plain, i), row(mixed, 4 * i), 1e-5f);
            }
            assertFalse(Arrays.equals(row(mixed, 1), row(mixed, 3)));
            SampleGrid oblong = mixed(sampler, "--style-mix", "4,5:6", "--style-cut", "7");
            assertEquals(2, oblong.rows());
            assertEquals(1, oblong.columns());
        }
    }

    @Test
    void truncationToTheMeanStyleGivesOneImage() {
        try (OfflineSampler sampler = new OfflineSampler(run)) {
            LatentRequest seeds = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY).row(1, 2, false);
            SampleGrid mean = sampler.render(seeds.withControl(new StyleControl(0)));
            assertArrayEquals(row(mean, 0), row(mean, 1));
            SampleGrid free = sampler.render(seeds);
            assertFalse(Arrays.equals(row(free, 0), row(free, 1)));
        }
    }

    private static long noise(String... options) {
        return CommandLine.populateCommand(new StyleNoiseOption(), options).kind();
    }

    @Test
    void noiseIsChosenAndAWalkLeadsThroughStyles() throws Exception {
        assertEquals(StyleEdits.STILL, noise());
        assertEquals(StyleEdits.NO_NOISE, noise("--noise", "off"));
        assertEquals(12, noise("--noise", "12"));
        byte[] inStyles = walk("style");
        assertFalse(Arrays.equals(inStyles, walk("slerp")));
        assertArrayEquals(inStyles, walk("style"));
    }

    private byte[] walk(String path) throws Exception {
        Path film = folder.resolve(path + ".gif");
        shell.succeeds(
                "interpolate",
                project,
                "--seeds",
                "1,2",
                "--frames",
                "3",
                "--path",
                path,
                "--noise",
                "off",
                "--out",
                film.toString());
        return Files.readAllBytes(film);
    }

    @Test
    void optionsThatCannotBeFollowedAreRefused() throws Exception {
        String out = png.toString();
        shell.refuses("--style-mix takes seeds", "sample", project, "--style-mix", "1;2", "--out", out);
        shell.refuses("leave out --rows", "sample", project, "--style-mix", "1,2", "--rows", "2", "--out", out);
        shell.refuses("give both", "sample", project, "--style-cut", "2", "--out", out);
        shell.refuses("--style-cut takes", "sample", project, "--style-mix", "1,2", "--style-cut", "8", "--out", out);
        String other = folder.resolve("plain.ganvas").toString();
        new ProjectStore().save(RunFixtures.tiny(), Path.of(other));
        shell.refuses("no styles to mix", "sample", other, "--style-mix", "1,2", "--out", out);
        shell.refuses("off, or a seed", "sample", project, "--noise", "no", "--out", out);
        shell.refuses("no noise per pixel", "sample", other, "--noise", "off", "--out", out);
        String film = folder.resolve("walk.gif").toString();
        shell.refuses("no styles to walk", "interpolate", other, "--seeds", "1,2", "--path", "style", "--out", film);
        shell.refuses("--truncation takes", "sample", other, "--truncation", "0", "--out", out);
    }
}
