package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The list of everything that is bundled, and the text of each licence in it. */
final class LicenceList {

    private static final String OWN = "Ganvas";

    private final LibraryParts parts;
    private final Path texts;

    LicenceList(LibraryParts parts, Path texts) {
        this.parts = parts;
        this.texts = texts;
    }

    /** Writes the list and the texts into a folder. */
    void write(Set<String> names, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(List.of(
                "What Ganvas brings along, from whom, and under which licence. The texts lie beside this file; those"
                        + " of",
                "the Java runtime in its folder legal.",
                ""));
        Set<String> used = new TreeSet<>();
        for (String name : names) {
            LibraryParts.Part part = parts.part(name);
            if (!part.licences().contains(OWN)) {
                lines.add(String.format("%-30s %-48s %s", name, String.join(", ", part.licences()), part.holder()));
                used.addAll(part.licences());
            }
        }
        lines.add(String.format("%-30s %-48s %s", "Inter (font)", "OFL-1.1", "The Inter Project Authors"));
        used.add("OFL-1.1");
        lines.add(String.format(
                "%-30s %-48s %s",
                "Java runtime", "GPL-2.0, Classpath-exception", "Oracle and the OpenJDK contributors"));
        Files.write(folder.resolve("THIRD-PARTY.txt"), lines);
        for (String licence : used) {
            Files.copy(texts.resolve(licence + ".txt"), folder.resolve(licence + ".txt"));
        }
    }
}
