package org.ganvas.data.registry;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataPair;

/** A folder whose two subfolders hold the inputs and the outputs of a translation. Any thread. */
public final class SubfolderPair {

    /** Entries that are looked at: a folder with more holds images itself. */
    private static final int MOST = 64;

    private SubfolderPair() {}

    /**
     * The subfolders of a folder, the first by name as inputs; empty unless it has exactly two.
     *
     * @param paired whether images belong together one by one
     */
    public static Optional<DataPair> of(Path folder, boolean paired) {
        List<Path> folders = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (++seen > MOST) {
                    return Optional.empty();
                }
                if (Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".")) {
                    folders.add(entry.toAbsolutePath());
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
        folders.sort(null);
        return folders.size() == 2
                ? Optional.of(
                        DataPair.of(folders.get(0).toString(), folders.get(1).toString(), paired))
                : Optional.empty();
    }
}
