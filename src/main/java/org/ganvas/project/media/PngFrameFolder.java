package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.ganvas.project.io.DirectorySync;
import org.ganvas.project.io.OrphanFileCleaner;

/**
 * Writer of a film as a folder of PNGs, which is filled beside its place and gets its name when it is complete. Used by
 * one thread at a time.
 */
final class PngFrameFolder {

    private final Path folder;
    private final Map<String, String> texts;
    private final int digits;
    private int next = 1;

    private PngFrameFolder(Path folder, Map<String, String> texts, int count) {
        this.folder = folder;
        this.texts = texts;
        digits = Math.max(4, Integer.toString(count).length());
    }

    static void write(FilmFrames film, Map<String, String> texts, Path target) throws IOException {
        Path place = target.toAbsolutePath();
        Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(String.valueOf(parent));
        }
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Path partial = OrphanFileCleaner.partialOf(place, UUID.randomUUID().toString());
        Files.createDirectory(partial);
        try {
            PngFrameFolder frames = new PngFrameFolder(partial, texts, film.count());
            film.forEach(frames::add);
            DirectorySync.force(partial);
            Files.move(partial, place);
            DirectorySync.force(parent);
        } finally {
            delete(partial);
        }
    }

    private void add(BufferedImage frame) throws IOException {
        String name = "frame-" + "0".repeat(digits - Integer.toString(next).length()) + next + ".png";
        next++;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            ImageExport.write(frame, texts, out);
        }
    }

    private static void delete(Path partial) throws IOException {
        if (Files.exists(partial)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(partial);
        }
    }
}
