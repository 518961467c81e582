package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code datasets --show} tells what was understood. */
class DatasetsCommandTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path temporary;

    private Path pets;

    @BeforeEach
    void images() throws IOException {
        pets = temporary.resolve("pets");
        for (String name : List.of("cats/1.png", "cats/2.png", "dogs/1.png")) {
            Path file = pets.resolve(name);
            Files.createDirectories(file.getParent());
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            ImageIO.write(image, "png", file.toFile());
        }
        for (int i = 10; i < 22; i++) {
            Files.write(pets.resolve("dogs/bad" + i + ".jpg"), new byte[0]);
        }
    }

    @Test
    void sizeClassesAndTheFirstTenFilesLeftOutArePrinted() {
        shell.succeeds(CliRunner.inEnglish("datasets", "--show", pets.toString()));
        List<String> lines = shell.out().lines().toList();
        assertEquals("pets: 3 samples, 32x32 grey.", lines.get(0));
        assertEquals("2 classes: cats (2), dogs (1).", lines.get(1));
        assertEquals("15 image files.", lines.get(2));
        assertEquals("The classes are its subfolders.", lines.get(3));
        assertTrue(lines.get(4).startsWith("12 files were left out: dogs/bad10.jpg is empty, "), lines.get(4));
        assertTrue(lines.get(4).endsWith(", and 2 more."), lines.get(4));
    }

    @Test
    void verboseNamesEveryFile() {
        shell.succeeds(CliRunner.inEnglish("datasets", "--show", pets.toString(), "--verbose"));
        assertEquals(
                12,
                shell.out().lines().filter(line -> line.endsWith("is empty")).count());
    }

    @Test
    void samplesAreWrittenInTheirSize() throws IOException {
        Path out = temporary.resolve("real.png");
        shell.succeeds(
                CliRunner.inEnglish("datasets", "--show", pets.toString(), "--size", "16", "--out", out.toString()));
        assertTrue(shell.out().contains("16x16 grey"), shell.out());
        BufferedImage sheet = ImageIO.read(out.toFile());
        assertTrue(sheet.getWidth() >= 3 * 16, "width " + sheet.getWidth());
    }

    @Test
    void pointsAreWrittenAsAScatterPlot() throws IOException {
        Path points = Files.writeString(temporary.resolve("p.csv"), "1 2\n3 4\n5 7\n", StandardCharsets.UTF_8);
        Path out = temporary.resolve("p.png");
        shell.succeeds(CliRunner.inEnglish("datasets", "--show", points.toString(), "--out", out.toString()));
        assertTrue(shell.out().startsWith("p.csv: 3 samples, 2-D points."), shell.out());
        assertTrue(Files.size(out) > 0);
    }

    @Test
    void optionsWithoutDataAndMissingDataAreRefused() {
        shell.refuses("--out, --size and --verbose belong to --show", CliRunner.inEnglish("datasets", "--verbose"));
        shell.fails(
                "does not exist",
                CliRunner.inEnglish(
                        "datasets", "--show", temporary.resolve("none").toString()));
    }
}
