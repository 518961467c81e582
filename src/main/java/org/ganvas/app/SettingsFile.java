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
 * What the window remembers between two starts: theme, size, panes. Losing it costs nobody any work, so a file that
 * cannot be read or written is noted in the log and the usual values serve. FX thread.
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

    /** A number within limits; the usual one where there is none. */
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

    /** What serves where nothing is set: a place of this system. Never written into the file. */
    public void usual(String key, String value) {
        usual.setProperty(key, value);
    }

    /** Everything as it is now, line by line. Any thread. */
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
            // A program that is killed here leaves the old settings, not half of the new ones.
            Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The settings cannot be kept in " + file + ".", e);
        }
    }
}
