package org.ganvas.viewmodel.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bundles of texts as files, for tests. */
final class BundleFiles {

    static final Path FOLDER = Path.of("src/main/resources/text");
    private static final String CHINESE = "_zh_CN.properties";

    private BundleFiles() {}

    /** Base names of the bundles, sorted. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith(CHINESE))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toList();
        }
    }

    /** English texts by key. */
    static TreeMap<String, String> english(String bundle) throws IOException {
        return read(FOLDER.resolve(bundle + ".properties"));
    }

    /** Chinese texts by key; empty if there is no such file. */
    static TreeMap<String, String> chinese(String bundle) throws IOException {
        Path file = FOLDER.resolve(bundle + CHINESE);
        return Files.exists(file) ? read(file) : new TreeMap<>();
    }

    private static TreeMap<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        TreeMap<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    /** Source files of the program in a folder below the root package. */
    static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ganvas").resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
