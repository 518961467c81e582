package org.ganvas.bench.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statistics of a source tree: words a class name, single-word names, sizes of packages and files.
 * Arguments: roots of source trees; without any, {@code src/main/java}.
 */
public final class CodeStatistics {

    /**
     * Start of a word in a camel-case name: {@code GifExport} has two words, {@code IdxHeader} too, {@code HTTPServer}
     * two.
     */
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*");

    private CodeStatistics() {}

    public static void main(String[] args) throws IOException {
        for (String root : args.length == 0 ? new String[] {"src/main/java"} : args) {
            System.out.print(of(Path.of(root)));
        }
    }

    private static String of(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        List<Path> classes = files.stream().filter(file -> !name(file).equals("package-info")).toList();
        List<String> single = classes.stream().map(CodeStatistics::name).filter(name -> words(name) == 1).toList();
        Map<Path, Long> packages =
                classes.stream().collect(Collectors.groupingBy(file -> root.relativize(file.getParent()), Collectors.counting()));
        Map.Entry<Path, Long> largest = packages.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        long[] lengths = new long[classes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = lines(classes.get(i));
        }
        Path longest = classes.stream().max(Comparator.comparingLong(CodeStatistics::lines)).orElseThrow();
        long total = files.stream().mapToLong(CodeStatistics::lines).sum();
        Arrays.sort(lengths);
        double mean = classes.stream().mapToInt(file -> words(name(file))).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "%s%n  classes             %d in %d packages%n  words a class name  %.2f%n  single-word names   %d: %s%n"
                        + "  largest package     %d %s%n  lines a class       median %d, longest %d (%s)%n  lines               %d%n",
                root,
                classes.size(),
                packages.size(),
                mean,
                single.size(),
                String.join(" ", single),
                largest.getValue(),
                largest.getKey(),
                lengths[lengths.length / 2],
                lengths[lengths.length - 1],
                name(longest),
                total);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static int words(String name) {
        return (int) WORD.matcher(name).results().count();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
