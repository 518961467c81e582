package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dream} and {@code stylise} on files, with a classifier of the built-in digits. */
class DreamCommandsTest {

    private final CliRunner shell = new CliRunner();

    /** One classifier serves all tests; that of the tests is trained for a few steps. */
    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    @BeforeEach
    void useCache() {
        shell.environment.cache = cache;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** Red and blue areas with a bright disc. */
    private String photo(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean disc = Math.hypot(x - width / 3.0, y - height / 2.0) < height / 4.0;
                image.setRGB(x, y, disc ? 0xE0E0A0 : x < width / 2 ? 0x803030 : 0x304090);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file.toString();
    }

    private PixelImage read(String name) throws Exception {
        return SingleImageReader.readWhole(folder.resolve(name), 1000);
    }

    @Test
    void aDreamKeepsSizeAndColoursRaisesTheEnergyAndFilmsTheWay() throws Exception {
        String photo = photo("photo.png", 60, 40);
        shell.succeeds(
                "dream",
                photo,
                "--size",
                "60",
                "--steps",
                "6",
                "--octaves",
                "2",
                "--out",
                file("dream.png"),
                "--film",
                file("dream.gif"));
        assertTrue(shell.out().contains("60x40 pixels; energy of layer 4 from "), shell.out());
        assertTrue(shell.out().contains("dream.gif: 12 frames"), shell.out());
        assertTrue(shell.err().contains("a small classifier of 'Doodle digits'"), shell.err());
        PixelImage before = read("photo.png");
        PixelImage after = read("dream.png");
        assertEquals(before.shape(), after.shape());
        double change = 0;
        for (int i = 0; i < before.pixels().length; i++) {
            change += Math.abs(after.pixels()[i] - before.pixels()[i]) / before.pixels().length;
        }
        assertTrue(change > 0.05, "changed by " + change);
        // The grey classifier moves red, green and blue of a pixel together, up to clipping.
        int at = 20 * 60 + 50;
        assertTrue(after.pixels()[at] < after.pixels()[2 * 2400 + at], "still blue on the right");
    }

    @Test
    void theSameSeedDreamsTheSameImage() throws Exception {
        String photo = photo("photo.png", 40, 40);
        shell.succeeds("dream", photo, "--steps", "3", "--size", "40", "--out", file("one.png"));
        shell.succeeds("dream", photo, "--steps", "3", "--size", "40", "--out", file("two.png"));
        assertArrayEquals(read("one.png").pixels(), read("two.png").pixels());
        shell.succeeds("dream", photo, "--steps", "3", "--size", "40", "--seed", "2", "--out", file("other.png"));
        assertFalse(Arrays.equals(read("one.png").pixels(), read("other.png").pixels()));
    }

    @Test
    void aClassIsDreamtFromNoiseInTheClassifiersSize() throws Exception {
        shell.succeeds("dream", "--class", "3", "--steps", "30", "--out", file("three.png"));
        assertTrue(shell.out().contains("28x28 pixels; logit of class '3' from "), shell.out());
        assertEquals(28, read("three.png").width());
    }

    @Test
    void aProjectDreamsWithItsOwnDiscriminator() throws Exception {
        GanSpec spec = PresetRegistry.get("mlp-b").spec();
        String project = file("digits.ganvas");
        try (Trainer trainer =
                Trainer.of(spec, DatasetRegistry.open(DatasetEntry.DOODLES, spec.image(), ProgressListener.NONE), 1)) {
            RunInfo info = new RunInfo(
                    1, new RunRequest("mlp-b", spec, DatasetEntry.DOODLES, 1), "Doodles", 60_000, List.of());
            new ProjectStore().save(new RunCapture(info, trainer.capture(), 1, new ScalarLog()), Path.of(project));
        }
        shell.environment.renderer = (latent, label) -> new float[784];
        shell.succeeds("dream", project, "--layer", "1", "--steps", "3", "--out", file("own.png"));
        assertTrue(shell.err().contains("the discriminator of this run, trained on 'Doodles'"), shell.err());
        assertEquals(28, read("own.png").width());
        shell.fails(
                "Layer 1 reads images of 28x28 pixels only",
                "dream",
                project,
                "--layer",
                "1",
                "--size",
                "64",
                "--out",
                file("own.png"));
        shell.fails("know no classes", "dream", project, "--class", "3", "--out", file("own.png"));
        shell.fails(
                "There is no layer 99; these features have layers 1 to 5.",
                "dream",
                project,
                "--layer",
                "99",
                "--out",
                file("own.png"));
        shell.succeeds("dream", project, "--layers", "--out", file("none.png"));
        assertTrue(shell.out().startsWith("1: "), shell.out());
        assertFalse(Files.exists(folder.resolve("none.png")));
    }

    @Test
    void aStyleTransferLowersItsLossesAndFilmsTheWay() throws Exception {
        String content = photo("content.png", 48, 32);
        String style = photo("style.png", 33, 50);
        shell.succeeds(
                "stylise",
                content,
                style,
                "--size",
                "48",
                "--steps",
                "12",
                "--noise",
                "--out",
                file("styled.png"),
                "--film",
                file("styled.mp4"));
        assertTrue(shell.out().contains("48x32 pixels; content loss from "), shell.out());
        assertTrue(shell.err().contains("trained on nothing"), shell.err());
        assertEquals(48, read("styled.png").width());
        assertTrue(Files.size(folder.resolve("styled.mp4")) > 500);
    }

    @Test
    void eachBadInputGetsOneSentence() throws Exception {
        String photo = photo("photo.png", 30, 30);
        String out = file("out.png");
        shell.refuses("Which image?", "dream", "--out", out);
        shell.refuses("--steps takes 1 to 2000, not 0", "dream", photo, "--steps", "0", "--out", out);
        shell.refuses("--film takes a file that ends in", "dream", photo, "--out", out, "--film", file("a.avi"));
        shell.refuses("leave --layer and --channel out", "dream", "--class", "3", "--layer", "2", "--out", out);
        shell.refuses("--style-layers takes numbers", "stylise", photo, photo, "--style-layers", "a", "--out", out);
        shell.refuses("--style-weight takes 0 to 100", "stylise", photo, photo, "--style-weight", "-1", "--out", out);
        shell.fails("Layer 4 has channels 0 to 31, not 40", "dream", photo, "--channel", "40", "--out", out);
        shell.fails("There is no class 'x'", "dream", "--class", "x", "--out", out);
        shell.fails("which is read for FILE.ganvas|IMAGE", "dream", photo, "--out", photo);
        shell.fails("missing.png", "dream", file("missing.png"), "--out", out);
        Files.writeString(folder.resolve("text.png"), "no image");
        shell.fails("text.png", "stylise", photo, file("text.png"), "--out", out);
        shell.fails("2-D points", "dream", photo, "--features", "builtin:ring", "--out", out);
        assertFalse(Files.exists(Path.of(out)));
    }
}
