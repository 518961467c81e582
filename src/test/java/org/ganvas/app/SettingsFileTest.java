package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
    void damagedLinesAreLeftOutAndTheOldFileIsKept() throws Exception {
        String old = "theme=light\nbad=\\u12zz\nwindow.width=1200\n";
        Path file = Files.writeString(folder.resolve("settings.properties"), old);
        SettingsFile settings = new SettingsFile(file);
        assertEquals("light", settings.get("theme", "dark"));
        assertEquals("1200", settings.get("window.width", ""));
        String problem = settings.problem().orElseThrow().english();
        assertEquals(
                "The settings in " + file + " are damaged: 1 of their lines cannot be read and are left out. The old"
                        + " file is kept as settings.properties.damaged as soon as settings are saved.",
                problem);
        settings.flush();
        assertEquals(old, Files.readString(folder.resolve("settings.properties.damaged")));
        assertEquals(List.of("theme=light", "window.width=1200"), new SettingsFile(file).lines());
        assertTrue(new SettingsFile(file).problem().isEmpty());
    }

    /** What a power cut and other editors leave: zeros, a byte order mark, Latin-1, half a line, another kind of file. */
    @Test
    void noContentOfTheFileKeepsTheProgramFromStarting() throws Exception {
        byte[][] contents = {
            new byte[300],
            {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '=', 'b'},
            {'a', '=', (byte) 0xFC, '\n', 'c'},
            {'\\', 'u', '1'},
            "<?xml version=\"1.0\"?><config/>".getBytes(StandardCharsets.UTF_8),
            {}
        };
        Path file = folder.resolve("settings.properties");
        for (byte[] content : contents) {
            Files.write(file, content);
            SettingsFile settings = new SettingsFile(file);
            settings.put("theme", "dark");
            settings.flush();
            assertEquals("dark", new SettingsFile(file).get("theme", "light"));
            assertTrue(new SettingsFile(file).problem().isEmpty());
        }
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
