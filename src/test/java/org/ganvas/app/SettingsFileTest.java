package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void storedSettingsAreThereAtTheNextStart() throws Exception {
        Path file = folder.resolve("made/settings.properties");
        SettingsFile settings = new SettingsFile(file);
        settings.put("recent.0", "/home/\u6570/run = 1.ganvas");
        settings.flush();
        settings.put("theme", "light");
        settings.flush();
        SettingsFile next = new SettingsFile(file);
        assertEquals("/home/\u6570/run = 1.ganvas", next.get("recent.0", ""));
        assertEquals("light", next.get("theme", "dark"));
        assertEquals(List.of("recent.0=/home/\u6570/run = 1.ganvas", "theme=light"), next.lines());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void anUnwritableFileIsIgnored() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "").resolve("settings.properties");
        SettingsFile settings = new SettingsFile(file);
        settings.put("theme", "light");
        settings.flush();
        assertEquals("light", settings.get("theme", "dark"));
    }

    @Test
    void stateFolderFollowsTheConventionsOfTheSystem() {
        Path home = Path.of("/home/x");
        assertEquals(Path.of("/home/x/.cache/ganvas"), AppPaths.cacheFolder("Linux", home, Map.of()));
        assertEquals(Path.of("/c/ganvas"), AppPaths.cacheFolder("Linux", home, Map.of("XDG_CACHE_HOME", "/c")));
        assertEquals(Path.of("/home/x/Library/Caches/Ganvas"), AppPaths.cacheFolder("Mac OS X", home, Map.of()));
        assertEquals(Path.of("/home/x/AppData/Local/Ganvas/cache"), AppPaths.cacheFolder("Windows 11", home, Map.of()));
        assertEquals(Path.of("/home/x/.local/state/ganvas"), AppPaths.stateFolder("Linux", home, Map.of()));
        assertEquals(Path.of("/s/ganvas"), AppPaths.stateFolder("Linux", home, Map.of("XDG_STATE_HOME", "/s")));
        assertEquals(
                Path.of("/home/x/Library/Application Support/Ganvas"),
                AppPaths.stateFolder("Mac OS X", home, Map.of()));
        assertEquals(Path.of("/home/x/AppData/Local/Ganvas"), AppPaths.stateFolder("Windows 11", home, Map.of()));
        assertEquals(Path.of("/l/Ganvas"), AppPaths.stateFolder("Windows 11", home, Map.of("LOCALAPPDATA", "/l")));
    }
}
