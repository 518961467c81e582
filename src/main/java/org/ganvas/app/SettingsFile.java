package org.ganvas.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.ganvas.cli.support.StartProblems;
import org.ganvas.message.Message;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.viewmodel.support.PreferenceStore;

/**
 * Settings of the window in a properties file: theme, size, dividers. No work depends on it, so a file that cannot be
 * read or written is logged and the defaults apply. FX thread.
 */
public final class SettingsFile implements PreferenceStore {

    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    /** Keys of settings; anything else is the remains of a file that a power cut or an editor broke. */
    private static final Pattern KEY = Pattern.compile("[\\w.-]{1,200}");

    private final Path file;
    private final Properties usual = new Properties();
    private final Properties values = new Properties(usual);
    private int damagedLines;

    public SettingsFile(Path file) {
        this.file = file;
        if (Files.isRegularFile(file)) {
            try {
                read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The settings in " + file + " cannot be read; usual ones serve. " + e.getMessage());
            }
        }
    }

    private void read(String text) {
        try {
            values.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "The settings are read line by line.", e);
            values.clear();
            text.lines().forEach(this::readLine);
        }
        for (String key : values.stringPropertyNames()) {
            if (usual.getProperty(key) == null && !KEY.matcher(key).matches()) {
                values.remove(key);
                damagedLines++;
            }
        }
    }

    private void readLine(String line) {
        try {
            values.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "A line of the settings is left out.", e);
            damagedLines++;
        }
    }

    /** What could not be read; empty where all could. */
    public Optional<Message> problem() {
        return damagedLines == 0
                ? Optional.empty()
                : Optional.of(StartProblems.damagedSettings(
                        file, damagedLines, String.valueOf(copyOfDamaged().getFileName())));
    }

    private Path copyOfDamaged() {
        return file.resolveSibling(file.getFileName() + ".damaged");
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
        try {
            Files.createDirectories(place.getParent());
            if (damagedLines > 0) {
                Files.copy(place, copyOfDamaged().toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
                damagedLines = 0;
            }
            // A program killed here, and a power cut, leave the old settings complete.
            AtomicFileWriter.write(place, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                values.store(writer, "Ganvas");
                writer.flush();
            });
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The settings cannot be kept in " + file + ": "
                            + IoErrorText.of(e).english() + ".");
        }
    }
}
