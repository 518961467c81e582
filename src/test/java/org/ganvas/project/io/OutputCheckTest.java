package org.ganvas.project.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known before there is anything to write, and what a replaced file keeps. */
class OutputCheckTest {

    @TempDir
    private Path folder;

    private static String refusal(Path place) {
        IOException checked = assertThrows(IOException.class, () -> OutputCheck.requireWritable(place));
        IOException written =
                assertThrows(IOException.class, () -> AtomicFileWriter.write(place, out -> out.write('n')));
        String reason = IoErrorText.of(checked).english();
        assertEquals(reason, IoErrorText.of(written).english(), "the check says what writing says");
        return reason;
    }

    @Test
    void whatWillFailIsKnownBefore() throws Exception {
        assertEquals("the folder does not exist", refusal(folder.resolve("no/x")));
        assertEquals("it is a folder", refusal(folder));
        assertEquals("the name is too long for this file system", refusal(folder.resolve("b".repeat(256))));
        Path locked = Files.writeString(folder.resolve("locked"), "old");
        assertTrue(locked.toFile().setReadOnly());
        assertEquals("the file is write-protected", refusal(locked));
        assertEquals("old", Files.readString(locked));
    }

    @Test
    void aDeviceIsNotReplacedByAFile() throws Exception {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Path link = Files.createSymbolicLink(folder.resolve("x.png"), device);
        assertEquals("it is a device or a pipe, not a file", refusal(link));
        assertTrue(Files.exists(device) && !Files.isRegularFile(device));
    }

    @Test
    void aCheckLeavesNothingBehind() throws Exception {
        Path old = Files.writeString(folder.resolve("old"), "old");
        OutputCheck.requireWritable(old);
        OutputCheck.requireWritable(folder.resolve("c".repeat(255)));
        assertArrayEquals(new String[] {"old"}, folder.toFile().list());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.writeString(folder.resolve("run.ganvas"), "old");
        for (String bits : new String[] {"rw-------", "rw-rw-r--", "rwxr-x---"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(bits));
            AtomicFileWriter.write(file, out -> out.write('n'));
            assertEquals(bits, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void theLongestNameCanBeWrittenAndReplaced() throws Exception {
        Path file = folder.resolve("d".repeat(255));
        AtomicFileWriter.write(file, out -> out.write('1'));
        AtomicFileWriter.write(file, out -> out.write('2'));
        assertEquals("2", Files.readString(file));
    }
}
