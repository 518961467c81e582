package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingCommandsTest {

    private static final int WIDTH = RunFixtures.spec().latentDim();

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private String project = "";
    private String plain = "";
    private String png = "";
    private String gif = "";

    @BeforeEach
    void save() throws Exception {
        png = folder.resolve("grid.png").toString();
        gif = folder.resolve("walk.gif").toString();
        project = folder.resolve("conditional.ganvas").toString();
        new ProjectStore().save(RunFixtures.tiny(), Path.of(project));
        plain = folder.resolve("plain.ganvas").toString();
        new ProjectStore().save(unconditional(), Path.of(plain));
    }

    @Test
    void sampleGeneratesConsecutiveSeeds() throws Exception {
        shell.succeeds(
                "sample", plain, "--seed", "5", "--rows", "2", "--cols", "3", "--scale", "1", "--gap", "0", "--out",
                png);
        BufferedImage image = ImageIO.read(Path.of(png).toFile());
        assertEquals(6, image.getWidth());
        assertEquals(4, image.getHeight());
        for (int i = 0; i < 6; i++) {
            float first = LatentSampling.ofSeed(5 + i, WIDTH)[0];
            int expected = Math.round(Math.max(0, Math.min(255, (first + 1) * 127.5f)));
            assertEquals(expected, image.getRaster().getSample(i % 3 * 2, i / 3 * 2, 0), "image " + i);
        }
        assertEquals(png + ": 2 rows of 3 images (2x2 grey), step 100.\n", shell.out());
        assertEquals(0, shell.environment.openSamplers);
    }

    @Test
    void sampleGeneratesAClassPerColumnWithTheSameLatent() {
        shell.succeeds("sample", project, "--seed", "5", "--rows", "3", "--out", png);
        assertEquals(3, shell.environment.requests.size());
        for (int row = 0; row < 3; row++) {
            LatentRequest request = shell.environment.requests.get(row);
            assertEquals(List.of(0, 1), request.labels());
            assertArrayEquals(
                    LatentSampling.ofSeed(5 + row, WIDTH), request.latents().get(0));
            assertArrayEquals(
                    LatentSampling.ofSeed(5 + row, WIDTH), request.latents().get(1));
            assertTrue(request.averaged());
        }
        shell.environment.requests.clear();
        shell.succeeds("sample", project, "--cols", "5", "--rows", "1", "--raw", "--out", png);
        assertEquals(List.of(0, 1, 0, 1, 0), shell.environment.requests.get(0).labels());
        assertFalse(shell.environment.requests.get(0).averaged());
    }

    @Test
    void truncationResamplesOnlyComponentsBeyondTheBound() {
        shell.succeeds("sample", plain, "--rows", "20", "--truncation", "0.5", "--out", png);
        int changed = 0;
        int seed = 1;
        for (LatentRequest request : shell.environment.requests) {
            for (float[] latent : request.latents()) {
                float[] whole = LatentSampling.ofSeed(seed++, WIDTH);
                for (int i = 0; i < WIDTH; i++) {
                    assertTrue(Math.abs(latent[i]) <= 0.5, "component " + latent[i]);
                    changed += latent[i] == whole[i] ? 0 : 1;
                    assertTrue(Math.abs(whole[i]) > 0.5 || latent[i] == whole[i], "kept where it was near");
                }
            }
        }
        assertTrue(changed > 100, "redrawn: " + changed);
    }

    @Test
    void interpolateWalksFromSeedToSeed() throws Exception {
        shell.succeeds("interpolate", plain, "--seeds", "1,2,3", "--frames", "9", "--out", gif);
        assertEquals(9, frames());
        // The first image is drawn once more, to learn its size.
        List<LatentRequest> drawn = shell.environment.requests.subList(1, 10);
        assertNear(LatentSampling.ofSeed(1, WIDTH), drawn.get(0));
        assertNear(
                LatentSampling.slerp(LatentSampling.ofSeed(1, WIDTH), LatentSampling.ofSeed(2, WIDTH), 0.25),
                drawn.get(1));
        assertNear(LatentSampling.ofSeed(2, WIDTH), drawn.get(4));
        assertNear(
                LatentSampling.slerp(LatentSampling.ofSeed(2, WIDTH), LatentSampling.ofSeed(3, WIDTH), 0.5),
                drawn.get(6));
        assertNear(LatentSampling.ofSeed(3, WIDTH), drawn.get(8));
        assertEquals(gif + ": 9 frames, 0.5 seconds.\n", shell.out().replace("0.4 s", "0.5 s"));
    }

    @Test
    void theExtensionDecidesTheFormatOfTheFilm() throws Exception {
        String video = folder.resolve("walk.mp4").toString();
        shell.succeeds("interpolate", plain, "--seeds", "1,2", "--frames", "3", "--fps", "60", "--out", png);
        shell.succeeds("interpolate", plain, "--seeds", "1,2", "--frames", "3", "--out", video);
        assertTrue(Files.readString(Path.of(png), StandardCharsets.ISO_8859_1).contains("acTL"));
        assertTrue(Files.readString(Path.of(video), StandardCharsets.ISO_8859_1).contains("avc1"));
    }

    @Test
    void interpolateFollowsTheStraightLineOnDemand() {
        shell.succeeds("interpolate", plain, "--seeds", "1,2", "--frames", "3", "--path", "lerp", "--out", gif);
        assertNear(
                LatentSampling.lerp(LatentSampling.ofSeed(1, WIDTH), LatentSampling.ofSeed(2, WIDTH), 0.5),
                shell.environment.requests.get(2));
    }

    @Test
    void aLoopReturnsWithoutShowingTheFirstFrameTwice() throws Exception {
        shell.succeeds("interpolate", plain, "--seeds", "1,2", "--frames", "4", "--loop", "--out", gif);
        List<LatentRequest> drawn = shell.environment.requests.subList(1, 5);
        assertNear(LatentSampling.ofSeed(1, WIDTH), drawn.get(0));
        assertNear(LatentSampling.ofSeed(2, WIDTH), drawn.get(2));
        assertNear(
                LatentSampling.slerp(LatentSampling.ofSeed(2, WIDTH), LatentSampling.ofSeed(1, WIDTH), 0.5),
                drawn.get(3));
        shell.succeeds("interpolate", plain, "--seeds", "1,2", "--loop", "--out", gif);
        assertEquals(80, frames());
    }

    @Test
    void interpolateShowsAllClassesOrOne() {
        shell.succeeds("interpolate", project, "--seeds", "1,2", "--frames", "2", "--out", gif);
        assertEquals(List.of(0, 1), shell.environment.requests.get(0).labels());
        shell.environment.requests.clear();
        shell.succeeds("interpolate", project, "--seeds", "1,2", "--frames", "2", "--class", "二", "--out", gif);
        assertEquals(List.of(1), shell.environment.requests.get(0).labels());
        shell.environment.requests.clear();
        shell.succeeds("interpolate", project, "--seeds", "1,2", "--frames", "2", "--class", "0", "--out", gif);
        assertEquals(List.of(0), shell.environment.requests.get(0).labels());
        shell.fails(
                "There is no class 'cat'; there are eins, 二.",
                "interpolate",
                project,
                "--seeds",
                "1,2",
                "--class",
                "cat",
                "--out",
                gif);
        shell.fails("knows no classes", "interpolate", plain, "--seeds", "1,2", "--class", "0", "--out", gif);
    }

    @Test
    void wrongUsageIsExplained() {
        shell.refuses("ends in .png", "sample", project, "--out", project);
        shell.refuses("ends in .gif or .png or .mp4", "interpolate", project, "--seeds", "1,2", "--out", project);
        shell.refuses("--rows takes", "sample", project, "--rows", "0", "--out", png);
        shell.refuses("--cols takes", "sample", project, "--cols", "1000", "--out", png);
        shell.refuses("--truncation takes", "sample", project, "--truncation", "0", "--out", png);
        shell.refuses("--scale takes", "sample", project, "--scale", "65", "--out", png);
        shell.refuses("--gap takes", "sample", project, "--gap", "-1", "--out", png);
        shell.refuses("--seeds takes two or more", "interpolate", project, "--seeds", "1", "--out", gif);
        shell.refuses("--seeds takes two or more", "interpolate", project, "--seeds", "1,x", "--out", gif);
        shell.refuses("--frames takes", "interpolate", project, "--seeds", "1,2", "--frames", "1", "--out", gif);
        shell.refuses("--fps takes 0.1 to 50", "interpolate", project, "--seeds", "1,2", "--fps", "60", "--out", gif);
        for (String slow : List.of("0.001", "0", "-1", "NaN")) {
            shell.refuses("--fps takes 0.1", "interpolate", project, "--seeds", "1,2", "--fps", slow, "--out", gif);
        }
        shell.refuses("--path", "interpolate", project, "--seeds", "1,2", "--path", "curve", "--out", gif);
    }

    @Test
    void filesThatCannotBeReadOrWrittenAreReportedInOneSentence() {
        shell.fails("There is no file", "sample", folder.resolve("no.ganvas").toString(), "--out", png);
        shell.fails(
                "There is no folder",
                "sample",
                project,
                "--out",
                folder.resolve("no/x.png").toString());
        String lost = folder.resolve("no/x.gif").toString();
        shell.fails("There is no folder", "interpolate", project, "--seeds", "1,2", "--out", lost);
    }

    @Test
    void interruptedFilmsLeaveNoFile() throws Exception {
        Thread hook = new Thread(() ->
                java.util.Objects.requireNonNull(shell.environment.interrupt).run());
        shell.environment.requests.clear();
        shell.environment.beforeRender = () -> {
            if (shell.environment.requests.size() == 3) {
                hook.start();
                while (hook.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
            }
        };
        shell.fails("it was stopped", "interpolate", project, "--seeds", "1,2", "--frames", "1000", "--out", gif);
        hook.join();
        assertFalse(Files.exists(Path.of(gif)));
    }

    private int frames() throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(Path.of(gif).toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        }
    }

    private static void assertNear(float[] expected, LatentRequest actual) {
        assertArrayEquals(expected, actual.latents().get(0), 1e-6f);
    }

    private static RunCapture unconditional() {
        RunCapture run = RunFixtures.tiny();
        GanSpec spec = run.info().spec();
        GanSpec plain = new GanSpec(
                spec.latentDim(),
                spec.image(),
                0,
                Conditioning.NONE,
                spec.generator(),
                spec.discriminator(),
                spec.loss(),
                spec.training());
        RunRequest request = new RunRequest("plain", plain, "builtin:doodles", 1);
        RunInfo info = new RunInfo(1, request, "Doodles", 10, List.of());
        return new RunCapture(info, run.state(), run.trainedSeconds(), run.scalars());
    }
}
