package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Outputs of commands: inputs are never outputs, what would fail at the end is refused at the beginning, and what exists
 * is replaced only where the user named it.
 */
class CommandOutputsTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    // ---- Inputs are never outputs ----

    @Test
    void aLogDoesNotReplaceTheData() throws Exception {
        Path points = Files.writeString(folder.resolve("pts.csv"), "x,y\n1,2\n3,4\n");
        shell.fails(
                "--log names " + points + ", which is read for --data",
                "train",
                "--data",
                points.toString(),
                "--log",
                points.toString());
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), points);
        shell.fails("which is read for --data", "train", "--data", points.toString(), "--log", link.toString());
        assertEquals("x,y\n1,2\n3,4\n", Files.readString(points));
        assertNull(shell.environment.session);
    }

    @Test
    void samplesAndLogsDoNotMixWithTheImagesOfTheData() throws Exception {
        Path faces = Files.createDirectory(folder.resolve("faces"));
        Path image = faces.resolve("a.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
        byte[] before = Files.readAllBytes(image);
        for (String samples : List.of("faces", "faces/film", "faces/../faces")) {
            shell.fails("which is read for --data", "train", "--data", faces.toString(), "--samples", path(samples));
        }
        shell.fails("which is read for --data", "train", "--data", faces.toString(), "--log", image.toString());
        assertArrayEquals(before, Files.readAllBytes(image));
        try (Stream<Path> files = Files.list(faces)) {
            assertEquals(1, files.count());
        }
        shell.succeeds("train", "--steps", "1", "--data", faces.toString(), "--out", path("faces/run.ganvas"));
    }

    @Test
    void twoOutputsDoNotShareAFile() {
        shell.fails("--log and --out both name", "train", "--out", path("a.ganvas"), "--log", path("a.ganvas"));
        assertFalse(Files.exists(folder.resolve("a.ganvas")));
    }

    @Test
    void aLogIsAppendedToLogsOnly() throws Exception {
        shell.succeeds("train", "--steps", "3", "--out", path("run.ganvas"));
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary,\n");
        shell.fails("is no log of training", "resume", path("run.ganvas"), "--steps", "1", "--log", notes.toString());
        assertEquals("Dear diary,\n", Files.readString(notes));
    }

    // ---- What exists ----

    @Test
    void aTrainedRunIsReplacedOnlyByForce() throws Exception {
        Path out = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), out);
        byte[] before = Files.readAllBytes(out);
        String refusal = out + " holds a run already (step 100, ";
        shell.fails(refusal, "train", "--steps", "7", "--out", out.toString());
        Path other = folder.resolve("other.ganvas");
        Files.copy(out, other);
        shell.fails(refusal, "resume", other.toString(), "--steps", "7", "--out", out.toString());
        shell.fails(refusal, "import", path("model.zip"), "--out", out.toString());
        assertArrayEquals(before, Files.readAllBytes(out));
        shell.succeeds("train", "--steps", "7", "--out", out.toString(), "--force");
        assertTrue(shell.err().contains(out + " exists and will be replaced."), shell.err());
        assertEquals(7, new ProjectStore().load(out).state().step());
    }

    @Test
    void aProjectIsContinuedInPlaceUnderAnyOfItsNames() throws Exception {
        Path out = folder.resolve("run.ganvas");
        shell.succeeds("train", "--steps", "100", "--out", out.toString());
        shell.succeeds("resume", out.toString(), "--steps", "1");
        shell.succeeds("resume", out.toString(), "--steps", "1", "--out", path("./run.ganvas"));
        assertEquals(102, new ProjectStore().load(out).state().step());
        assertFalse(shell.err().contains("replaced"), shell.err());
    }

    @Test
    void arraysThatNobodyNamedAreNotReplaced() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("run.ganvas"));
        Path arrays = Files.writeString(folder.resolve("p.npz"), "measurements of a year");
        String[] export = {"export", path("run.ganvas"), "--to", "pytorch", "--out", path("p.py")};
        shell.fails(arrays + ", but that file exists and is of another program", export);
        assertEquals("measurements of a year", Files.readString(arrays));
        assertFalse(Files.exists(folder.resolve("p.py")));
        String[] own = {"export", path("run.ganvas"), "--to", "npz", "--out", arrays.toString()};
        shell.succeeds(own);
        assertTrue(shell.err().contains(arrays + " exists and will be replaced."), shell.err());
        shell.fails("that file exists", export);
        shell.succeeds(Stream.concat(Stream.of(export), Stream.of("--force")).toArray(String[]::new));
        // A second time the pair is there that the script stands for.
        shell.succeeds(export);
    }

    @Test
    void aFailedRunIsSavedBesideEarlierFailures() throws Exception {
        shell.environment.prepare = session -> session.failsAt = 33;
        Path first = Files.writeString(folder.resolve("run-failed.ganvas"), "an earlier one");
        shell.fails("run-failed-2.ganvas", "train", "--steps", "100", "--out", path("run.ganvas"));
        assertEquals("an earlier one", Files.readString(first));
    }

    // ---- What would fail at the end ----

    @Test
    void aNameThatTheFileSystemRefusesIsRefusedBeforeTraining() {
        shell.fails("the name is too long", "train", "--out", path("a".repeat(249) + ".ganvas"));
        shell.fails("the name is too long", "train", "--log", path("a".repeat(256)));
        shell.fails("the name is too long", "train", "--samples", path("a".repeat(256)));
        assertNull(shell.environment.session);
    }

    @Test
    void theLongestNameOfTheFileSystemIsUsed() throws Exception {
        String name = "a".repeat(248) + ".ganvas";
        shell.succeeds("train", "--steps", "3", "--out", path(name));
        assertEquals(3, new ProjectStore().load(folder.resolve(name)).state().step());
    }

    @Test
    void aFailedRunWithTheLongestNameIsRescued() throws Exception {
        shell.environment.prepare = session -> session.failsAt = 33;
        shell.fails("It was saved to ", "train", "--steps", "100", "--out", path("a".repeat(248) + ".ganvas"));
        assertTrue(shell.err().contains("The numbers blew up at step 33."), shell.err());
        Path rescued = Path.of(shell.err().replaceAll("(?s).*It was saved to (.+) instead.*", "$1"));
        assertEquals(33, new ProjectStore().load(rescued).state().step());
        Files.delete(rescued);
        Files.delete(rescued.getParent());
    }

    @Test
    void foldersFilesAndReadOnlyPlacesAreRefusedBeforeTraining() throws Exception {
        Files.createDirectory(folder.resolve("dir.ganvas"));
        Path file = Files.writeString(folder.resolve("file"), "");
        shell.fails("it is a folder", "train", "--out", path("dir.ganvas"));
        shell.fails("it is a folder", "train", "--log", path("dir.ganvas"));
        shell.fails("Nothing can be written to the folder", "train", "--samples", file.toString());
        shell.fails("There is no folder", "train", "--out", path("file/run.ganvas"));
        Path locked = Files.writeString(folder.resolve("locked.ganvas"), "locked");
        assertTrue(locked.toFile().setReadOnly());
        shell.fails("write-protected", "train", "--force", "--out", locked.toString());
        assertEquals("locked", Files.readString(locked));
        assertNull(shell.environment.session);
    }
}
