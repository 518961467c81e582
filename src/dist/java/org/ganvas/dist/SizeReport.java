package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Report of the sizes of files in a folder. */
final class SizeReport {

    private static final long WORTH_A_LINE = 1 << 20;

    private SizeReport() {}

    /** Prints every file of at least 1 MB, and the sum of the smaller ones for each folder. */
    static void print(Path root) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        long total = 0;
        for (Path file : files(root)) {
            long size = Files.size(file);
            total += size;
            Path inside = root.relativize(file);
            String name = size >= WORTH_A_LINE ? inside.toString() : inside.getName(0) + small(inside);
            parts.merge(name, size, Long::sum);
        }
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(part -> line(part.getValue(), part.getKey()));
        line(total, "installed");
    }

    private static String small(Path inside) {
        return inside.getNameCount() > 2 ? "/" + inside.getName(1) + ", small files" : ", small files";
    }

    static void line(long bytes, String what) {
        System.out.printf(Locale.ROOT, "%8.1f MB  %s%n", bytes / 1e6, what);
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /** Bytes of all files under a folder. */
    static long of(Path root) throws IOException {
        long total = 0;
        for (Path file : files(root)) {
            total += Files.size(file);
        }
        return total;
    }
}
