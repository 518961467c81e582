package org.ganvas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries that cannot be unpacked or loaded: the message names the folder, the reason and the way out. */
class NativeLibraryFolderTest {

    private static final Throwable ERROR =
            new ExceptionInInitializerError(new UnsatisfiedLinkError("no jniopenblas in java.library.path\nmore"));

    @TempDir
    private Path folder;

    private String reason(String... mounts) {
        return NativeLibraryFolder.message(folder.resolve("cache/new"), List.of(mounts), ERROR)
                .english();
    }

    private String mount(Path point, String options) {
        return "36 35 98:0 / " + point.toString().replace(" ", "\\040") + " " + options + " - tmpfs none rw";
    }

    @Test
    void aDriveThatRunsNothingIsNamed() throws IOException {
        Path real = folder.toRealPath();
        String text = reason(mount(Path.of("/"), "rw,relatime"), mount(real, "rw,noexec,relatime"));
        assertTrue(
                text.contains("(noexec)")
                        && text.contains(folder.resolve("cache/new").toString()),
                text);
        assertTrue(text.contains("environment variable GANVAS_NATIVES"), text);
        assertTrue(reason(mount(Path.of("/"), "rw,noexec")).contains("(noexec)"), "the nearest mount counts");
    }

    @Test
    void otherMountsDoNotCount() throws IOException {
        Path real = folder.toRealPath();
        String inner =
                reason(mount(Path.of("/"), "rw,noexec"), mount(real, "rw"), mount(real.resolve("cache2"), "rw,noexec"));
        assertTrue(inner.contains("(no jniopenblas in java.library.path)"), inner);
        String remounted = reason(mount(real, "rw,noexec"), mount(real, "rw,exec"));
        assertTrue(remounted.contains("(no jniopenblas"), remounted);
        Path spaced = Files.createDirectory(real.resolve("my disk"));
        assertTrue(NativeLibraryFolder.message(spaced, List.of(mount(spaced, "noexec")), ERROR)
                .english()
                .contains("(noexec)"));
        assertTrue(reason("nonsense", "").contains("cannot be loaded"));
    }

    @Test
    void theFailureItselfIsAnExceptionWithThatMessage() {
        NativeLibraryException failure = NativeLibraryFolder.failure(ERROR);
        assertEquals(failure.message().english(), failure.getMessage());
        assertEquals(ERROR, failure.getCause());
    }
}
