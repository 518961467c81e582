package org.ganvas.project.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescueCopyTest {

    private final ProjectStore store = new ProjectStore();

    @TempDir
    private Path folder;

    private Path rescue(Path... places) throws ProjectException {
        return RescueCopy.save(store, RunFixtures.tiny(), ProjectExtras.NONE, List.of(places));
    }

    @Test
    void filesAndLinksThatAreThereStayAsTheyWere() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("rescued.ganvas"), victim);
        Path first = rescue(folder);
        Path second = rescue(folder);
        assertNotEquals(first, second);
        assertEquals("precious", Files.readString(victim));
        assertTrue(Files.isSymbolicLink(link));
        RunFixtures.assertSame(RunFixtures.tiny(), store.load(first));
        RunFixtures.assertSame(RunFixtures.tiny(), store.load(second));
    }

    @Test
    void nobodyElseCanLookIn() throws Exception {
        Path rescued = rescue(folder);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rescued.getParent())));
    }

    @Test
    void theNextPlaceServesWhereTheFirstFails() throws Exception {
        Path full = Files.writeString(folder.resolve("no-folder"), "");
        Path home = Files.createDirectory(folder.resolve("home"));
        assertTrue(rescue(full, home).startsWith(home));
    }

    @Test
    void whereNothingServesNothingIsLeftBehind() {
        ProjectStore broken = new ProjectStore(out -> new java.io.OutputStream() {
            @Override
            public void write(int b) throws java.io.IOException {
                throw new java.io.IOException("No space left on device");
            }
        });
        assertThrows(
                ProjectException.class,
                () -> RescueCopy.save(broken, RunFixtures.tiny(), ProjectExtras.NONE, List.of(folder, folder)));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
