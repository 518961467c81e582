package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decision for each library whether it is bundled: the list in {@code jpackage/parts.txt}. Immutable. */
final class LibraryParts {

    private static final Pattern VERSIONED = Pattern.compile("(.+?)(-\\d[\\w.+]*(-.*)?)?\\.jar");

    private final Map<String, Part> kept = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<String> without = new ArrayList<>();

    /**
     * Bundled library.
     *
     * @param licences names of texts in {@code jpackage/licences}
     * @param holder of the copyright
     */
    record Part(String name, List<String> licences, String holder) {}

    static LibraryParts read(Path file) throws IOException {
        LibraryParts parts = new LibraryParts();
        for (String line : ListFile.of(file)) {
            String[] fields = line.split("\\s*\\|\\s*");
            String[] head = fields[0].split("\\s+");
            switch (head[0]) {
                case "keep" -> parts.kept.put(head[1], new Part(head[1], List.of(fields[1].split("\\s+")), fields[2]));
                case "drop" -> parts.dropped.add(head[1]);
                case "without" -> parts.without.add(head[1]);
                default -> throw new IOException(file + " has a line that begins with " + head[0] + ".");
            }
        }
        return parts;
    }

    /** Name of a library without version and system. */
    static String name(Path jar) {
        Matcher matcher = VERSIONED.matcher(String.valueOf(jar.getFileName()));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(jar + " is no library.");
        }
        return matcher.group(1);
    }

    /**
     * Whether a library is bundled.
     *
     * @throws IOException if the list has no line for it
     */
    boolean keeps(Path jar) throws IOException {
        String name = name(jar);
        if (!kept.containsKey(name) && !dropped.contains(name)) {
            throw new IOException(jar.getFileName()
                    + " is in no line of jpackage/parts.txt: say whether it is kept, and" + " under which licence.");
        }
        return kept.containsKey(name);
    }

    /** Whether an entry of a bundled library is needed. */
    boolean keepsEntry(String entry) {
        return without.stream().noneMatch(entry::startsWith);
    }

    /** Line of a bundled library. */
    Part part(String name) {
        Part part = kept.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name + " is not kept.");
        }
        return part;
    }
}
