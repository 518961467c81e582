package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** List of all bundled libraries, and the texts of their licences. */
final class LicenceList {

    private static final String OWN = "ganvas";

    private final LibraryParts parts;
    private final Path texts;
    private final Path own;

    /**
     * @param texts folder of the licences named in the list of parts, a file each
     * @param own licence of the program
     */
    LicenceList(LibraryParts parts, Path texts, Path own) {
        this.parts = parts;
        this.texts = texts;
        this.own = own;
    }

    /** Writes the list and the texts into a folder. */
    void write(Set<String> names, Path folder) throws IOException {
        Files.createDirectories(folder);
        LibraryParts.Part program = parts.part(OWN);
        List<String> lines = new ArrayList<>(List.of(
                "Ganvas, copyright the " + program.holder() + ", is licensed under " + program.licences().get(0)
                        + ": see LICENSE beside this file.",
                "",
                "What it brings along, under which licence, and from whom. The texts lie beside this file; those of",
                "the Java runtime in its folder legal.",
                ""));
        Set<String> used = new TreeSet<>();
        for (String name : names) {
            LibraryParts.Part part = parts.part(name);
            if (!part.equals(program)) {
                lines.add(String.format(Locale.ROOT, "%-30s %-48s %s", name, String.join(", ", part.licences()), part.holder()));
                used.addAll(part.licences());
            }
        }
        lines.add(String.format(Locale.ROOT, "%-30s %-48s %s", "Inter (font)", "OFL-1.1", "The Inter Project Authors"));
        used.add("OFL-1.1");
        lines.add(String.format(Locale.ROOT, "%-30s %-48s %s",
                "Java runtime", "GPL-2.0, Classpath-exception", "Oracle and the OpenJDK contributors"));
        Files.write(folder.resolve("THIRD-PARTY.txt"), lines);
        Files.copy(own, folder.resolve("LICENSE"));
        for (String licence : used) {
            Files.copy(texts.resolve(licence + ".txt"), folder.resolve(licence + ".txt"));
        }
    }
}
