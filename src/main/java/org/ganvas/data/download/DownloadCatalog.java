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

/** Catalogue of the downloadable datasets, from {@code downloads.properties}. Any thread. */
public final class DownloadCatalog {

    private static final List<DownloadableDataset> DATASETS = read();

    private DownloadCatalog() {}

    public static List<DownloadableDataset> all() {
        return DATASETS;
    }

    public static Optional<DownloadableDataset> find(String id) {
        return DATASETS.stream().filter(dataset -> dataset.id().equals(id)).findFirst();
    }

    private static List<DownloadableDataset> read() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DownloadCatalog.class.getResourceAsStream("/downloads.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words(properties, "sets").map(id -> dataset(properties, id)).toList();
    }

    private static DownloadableDataset dataset(Properties properties, String id) {
        List<RemoteFile> files = new ArrayList<>();
        for (int i = 1; properties.containsKey(id + ".file." + i); i++) {
            String[] fields = words(properties, id + ".file." + i).toArray(String[]::new);
            files.add(new RemoteFile(fields[0], Long.parseLong(fields[1]), fields[2]));
        }
        return new DownloadableDataset(
                id,
                line(properties, id + ".name"),
                line(properties, id + ".licence"),
                line(properties, id + ".home"),
                words(properties, id + ".mirrors").toList(),
                files,
                Boolean.parseBoolean(properties.getProperty(id + ".archive", "")));
    }

    private static Stream<String> words(Properties properties, String key) {
        return Stream.of(line(properties, key).split("\\s+"));
    }

    private static String line(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key);
    }
}
