package org.ganvas.project.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.fake.FullDiskStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileWriterTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAnOldFile() throws IOException {
        file = folder.resolve("run.ganvas");
        Files.writeString(file, "old");
    }

    @Test
    void whatAKilledProgramLeftIsDeletedAtTheNextSave() throws Exception {
        Files.writeString(folder.resolve(".run.ganvas.dead.partial"), "half");
        Path other = Files.writeString(folder.resolve(".other.ganvas.dead.partial"), "half");
        AtomicFileWriter.write(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
        assertEquals(List.of(other, file), list());
    }

    @Test
    void whatThisProgramIsWritingIsNotSwept() throws Exception {
        AtomicFileWriter.write(file, out -> {
            OrphanFileCleaner.deleteOrphans(file);
            assertEquals(2, list().size(), "the new file and the old one");
            out.write('n');
        });
        assertEquals("n", Files.readString(file));
    }

    @Test
    void aLockedFileIsNotDeleted() throws Exception {
        Path partial = Files.writeString(folder.resolve(".run.ganvas.alive.partial"), "half");
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        partial.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('h', writer.getInputStream().read());
            OrphanFileCleaner.deleteOrphans(file);
            assertTrue(Files.exists(partial));
        } finally {
            writer.destroyForcibly().waitFor();
        }
        OrphanFileCleaner.deleteOrphans(file);
        assertEquals(List.of(file), list());
    }

    @Test
    void aDiskThatFillsUpMidwayLeavesTheOldFileAndNothingElse() throws Exception {
        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFileWriter.write(file, out -> out.write(new byte[1 << 20]), new FullDiskStream(1 << 18)));
        assertEquals("No space left on device", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), list());
    }

    /** Another program that writes. */
    public static final class Holder {
        public static void main(String[] args) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print('h');
                System.out.flush();
                System.in.read();
            }
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
