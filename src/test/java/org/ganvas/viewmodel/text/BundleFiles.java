package org.ganvas.viewmodel.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of sentences as they are written, for tests. */
final class BundleFiles {

    static final Path FOLDER = Path.of("src/main/resources/text");
    private static final String CHINESE = "_zh_CN.properties";

    private BundleFiles() {}

    /** The parts, by the names of the English files. */
    static List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith(CHINESE))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toList();
        }
    }

    static TreeMap<String, String> english(String part) throws IOException {
        return read(FOLDER.resolve(part + ".properties"));
    }

    /** Empty where there is no such file. */
    static TreeMap<String, String> chinese(String part) throws IOException {
        Path file = FOLDER.resolve(part + CHINESE);
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

    /** The program's sources under a package. */
    static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ganvas").resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
