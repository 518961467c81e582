package org.ganvas.data.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of MNIST's files and of its relatives: MNIST's own, QMNIST's and EMNIST's, plain or gzip, in a folder or below it
 * in torchvision's {@code raw}. Pure functions that look at disks; any thread that may wait for one.
 */
final class IdxFileNames {

    /** Prefix of EMNIST or QMNIST, part, and what separates the name from its kind. */
    private static final Pattern IMAGES =
            Pattern.compile("(emnist-([a-z]+)-|qmnist-)?(train|t10k|test)-images[-.]idx3-ubyte(?:\\.gz)?");

    private static final String RAW = "raw";

    private IdxFileNames() {}

    /** The only file of images of a part in a folder, in its {@code raw}, or in the {@code raw} of its only subfolder. */
    static Optional<Path> images(Path folder, boolean training) {
        List<Path> places = new ArrayList<>(List.of(folder, folder.resolve(RAW)));
        List<Path> below = entries(folder).stream()
                .map(entry -> entry.resolve(RAW))
                .filter(Files::isDirectory)
                .toList();
        if (below.size() == 1) {
            places.add(below.get(0));
        }
        return places.stream()
                .map(place -> imagesIn(place, training))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Path> imagesIn(Path folder, boolean training) {
        List<Path> found = entries(folder).stream()
                .filter(Files::isRegularFile)
                .filter(file ->
                        matcher(file).map(name -> isTraining(name) == training).orElse(false))
                .toList();
        // A packed copy stands beside the plain one where torchvision has unpacked it.
        List<Path> different = found.stream()
                .filter(file -> !found.contains(file.resolveSibling(name(file).replaceFirst("\\.gz$", "")))
                        || !name(file).endsWith(".gz"))
                .toList();
        return different.stream()
                .filter(file -> matcher(file).map(m -> m.group(1) == null).orElse(false))
                .findFirst()
                .or(() -> different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty());
    }

    /** Test images that belong to training images. */
    static Optional<Path> testImages(Path images) {
        Matcher name = matcher(images).orElse(null);
        if (name == null || !isTraining(name)) {
            return Optional.empty();
        }
        String prefix = name.group(1) == null ? "" : name.group(1);
        return Stream.of("t10k", "test")
                .flatMap(part -> variants(images, prefix + part + "-images", "idx3-ubyte"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Labels that belong to images. */
    static Optional<Path> labels(Path images) {
        String file = name(images);
        if (!file.contains("images") || !file.contains("idx3")) {
            return Optional.empty();
        }
        String start = file.substring(0, file.indexOf("images")) + "labels";
        Stream<Path> bytes = variants(images, start, "idx1-ubyte");
        return Stream.concat(bytes, variants(images, start, "idx2-int"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Stream<Path> variants(Path sibling, String start, String end) {
        return Stream.of("-", ".")
                .flatMap(separator -> Stream.of("", ".gz").map(packed -> start + separator + end + packed))
                .map(sibling::resolveSibling);
    }

    /** Part of the dataset that a file of images holds, for display; empty for an unusual name. */
    static Optional<String> part(Path images) {
        return matcher(images).map(name -> (name.group(2) == null ? "" : name.group(2) + ", ") + name.group(3));
    }

    /** Whether images are EMNIST's own, which are stored with rows and columns exchanged. */
    static boolean isTransposed(Path images) {
        return matcher(images).map(name -> name.group(2) != null).orElse(false);
    }

    /** Names of the classes of EMNIST's own files, whose labels begin with the first; empty for other files. */
    static List<String> classNames(Path images) {
        String kind = matcher(images)
                .map(name -> name.group(2) == null ? "" : name.group(2))
                .orElse("");
        return switch (kind) {
            case "letters" -> letters('A', 'Z');
            case "balanced", "bymerge" ->
                Stream.of(
                                letters('0', '9'),
                                letters('A', 'Z'),
                                List.of("a", "b", "d", "e", "f", "g", "h", "n", "q", "r", "t"))
                        .flatMap(List::stream)
                        .toList();
            case "byclass" ->
                Stream.of(letters('0', '9'), letters('A', 'Z'), letters('a', 'z'))
                        .flatMap(List::stream)
                        .toList();
            default -> List.of();
        };
    }

    /** Label of the first class: EMNIST's letters begin with 1. */
    static int firstLabel(Path images) {
        return matcher(images)
                .map(name -> "letters".equals(name.group(2)) ? 1 : 0)
                .orElse(0);
    }

    /** Files of images below a folder, of which the user must choose one. */
    static List<Path> choices(Path folder) {
        return Stream.concat(
                        Stream.of(folder, folder.resolve(RAW)),
                        entries(folder).stream().map(e -> e.resolve(RAW)))
                .flatMap(place -> entries(place).stream())
                .filter(file -> matcher(file).map(IdxFileNames::isTraining).orElse(false))
                .toList();
    }

    private static List<String> letters(char first, char last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(letter -> String.valueOf((char) letter))
                .toList();
    }

    private static boolean isTraining(Matcher name) {
        return name.group(3).equals("train");
    }

    private static Optional<Matcher> matcher(Path file) {
        Matcher matcher = IMAGES.matcher(name(file));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Entries of a folder in the order of their names; none where it cannot be listed. */
    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return List.of();
        }
        entries.sort(null);
        return entries;
    }
}
