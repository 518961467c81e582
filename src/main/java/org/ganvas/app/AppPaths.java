package org.ganvas.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folders of the program by the conventions of each operating system. Pure, any thread. */
public final class AppPaths {

    private static final System.Logger LOG = System.getLogger(AppPaths.class.getName());

    private AppPaths() {}

    /** Whether the home folder has a name that the system's encoding knows; under a POSIX locale only an ASCII one has. */
    static boolean homeHasAName() {
        return path(System.getProperty("user.home", ".")) != null;
    }

    /** The user's home; where it has no name here, a folder for temporary files. */
    static Path home() {
        Path home = path(System.getProperty("user.home", "."));
        return home != null ? home : Path.of(System.getProperty("java.io.tmpdir", "."), "ganvas-home");
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, text + " is no path.", e);
            return null;
        }
    }

    /** File of the settings. */
    public static Path settingsFile() {
        return configFolder(System.getProperty("os.name", ""), home(), System.getenv())
                .resolve("settings.properties");
    }

    /** Folder of short-lived files: recovery copies of unsaved runs, and crash reports. */
    public static Path stateFolder() {
        return stateFolder(System.getProperty("os.name", ""), home(), System.getenv());
    }

    /** Folder of files that can be recreated in some minutes: trained classifiers. */
    public static Path cacheFolder() {
        return cacheFolder(System.getProperty("os.name", ""), home(), System.getenv());
    }

    /** Default folder of downloaded data sets. */
    public static Path dataFolder() {
        return dataFolder(System.getProperty("os.name", ""), home(), System.getenv());
    }

    static Path dataFolder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Ganvas/data");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Ganvas/data");
        }
        return folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("ganvas/data");
    }

    static Path cacheFolder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Ganvas/cache");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Caches/Ganvas");
        }
        return folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("ganvas");
    }

    static Path stateFolder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Ganvas");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Ganvas");
        }
        return folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                .resolve("ganvas");
    }

    static Path configFolder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Ganvas");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Ganvas");
        }
        return folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve("ganvas");
    }

    private static Path folder(@Nullable String configured, Path usual) {
        Path named = configured == null || configured.isBlank() ? null : path(configured);
        return named == null ? usual : named;
    }
}
