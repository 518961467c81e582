package org.ganvas.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.ganvas.viewmodel.support.PreferenceStore;

/**
 * Settings of the window in a properties file: theme, size, dividers. No work depends on it, so a file that cannot be
 * read or written is logged and the defaults apply. FX thread.
 */
public final class SettingsFile implements PreferenceStore {

    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final Properties usual = new Properties();
    private final Properties values = new Properties(usual);

    public SettingsFile(Path file) {
        this.file = file;
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The settings in " + file + " cannot be read; usual ones serve.",
                        e);
            }
        }
    }

    @Override
    public String get(String key, String fallback) {
        return values.getProperty(key, fallback);
    }

    /** Number within limits; the default where there is none. */
    public double get(String key, double usual, double least, double most) {
        try {
            double value = Double.parseDouble(values.getProperty(key, ""));
            return value >= least && value <= most ? value : usual;
        } catch (NumberFormatException absent) {
            return usual;
        }
    }

    @Override
    public void put(String key, String value) {
        values.setProperty(key, value);
    }

    @Override
    public void forget(String key) {
        values.remove(key);
    }

    /** Sets a default for this system, which is never written to the file. */
    public void usual(String key, String value) {
        usual.setProperty(key, value);
    }

    /** All settings as lines {@code key=value}. Any thread. */
    List<String> lines() {
        return values.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + values.getProperty(key))
                .toList();
    }

    @Override
    public void flush() {
        Path place = file.toAbsolutePath();
        Path fresh = place.resolveSibling(place.getFileName() + ".new");
        try {
            Files.createDirectories(place.getParent());
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                values.store(writer, "Ganvas");
            }
            // Atomic replacement: a program killed here leaves the old settings complete.
            Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The settings cannot be kept in " + file + ".", e);
        }
    }
}
