package org.ganvas.data.download;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What can be downloaded, from {@code downloads.properties}. Any thread. */
public final class DownloadCatalog {

    private static final List<DownloadableDataset> SETS = read();

    private DownloadCatalog() {}

    public static List<DownloadableDataset> all() {
        return SETS;
    }

    public static Optional<DownloadableDataset> find(String id) {
        return SETS.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    private static List<DownloadableDataset> read() {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DownloadCatalog.class.getResourceAsStream("/downloads.properties")),
                StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words(lines, "sets").map(id -> set(lines, id)).toList();
    }

    private static DownloadableDataset set(Properties lines, String id) {
        List<RemoteFile> files = new ArrayList<>();
        for (int i = 1; lines.containsKey(id + ".file." + i); i++) {
            String[] fields = words(lines, id + ".file." + i).toArray(String[]::new);
            files.add(new RemoteFile(fields[0], Long.parseLong(fields[1]), fields[2]));
        }
        return new DownloadableDataset(
                id,
                line(lines, id + ".name"),
                line(lines, id + ".licence"),
                line(lines, id + ".home"),
                words(lines, id + ".mirrors").toList(),
                files,
                Boolean.parseBoolean(lines.getProperty(id + ".archive", "")));
    }

    private static Stream<String> words(Properties lines, String key) {
        return Stream.of(line(lines, key).split("\\s+"));
    }

    private static String line(Properties lines, String key) {
        return Objects.requireNonNull(lines.getProperty(key), key);
    }
}
