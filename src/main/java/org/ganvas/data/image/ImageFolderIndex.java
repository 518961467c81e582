package org.ganvas.data.image;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.ganvas.data.DataException;
import org.ganvas.data.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures lie in a folder and in the folders inside it, in the order of their names, the same on every system.
 * Where the folder itself holds none and two or more inside it do, those are the classes. Immutable; any thread.
 *
 * @param folder the folder
 * @param files the pictures
 * @param classNames names of the folders that are classes, in order; empty where there are none
 */
public record ImageFolderIndex(Path folder, List<Path> files, List<String> classNames) {

    /** More are never listed: somebody has dropped a whole disk. */
    static final int MAX_FILES = 2_000_000;

    private static final int MAX_DEPTH = 32;
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff");

    /** Lists a folder; gives an empty list where it holds no pictures. */
    static ImageFolderIndex of(Path folder, Progress progress) throws DataException {
        Finder finder = new Finder(folder, progress);
        try {
            // A link that leads back to where it came from is reported as a failure, which the finder passes over.
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, finder);
        } catch (IOException failure) {
            throw new DataException(folder + " cannot be listed (" + failure.getMessage() + "): check it.", failure);
        }
        if (finder.found.size() > MAX_FILES) {
            throw new DataException(folder + " holds more than two million pictures: choose a folder inside it.");
        }
        List<Path> sorted = finder.found.stream()
                .sorted(Comparator.comparing(file -> relativeName(folder, file)))
                .toList();
        return new ImageFolderIndex(folder, sorted, classFolders(folder, sorted));
    }

    /** Whether a file is taken for a picture, by its name. */
    static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    int label(int index) {
        return Math.max(0, classNames.indexOf(topFolder(folder, files.get(index))));
    }

    private static List<String> classFolders(Path folder, List<Path> files) {
        boolean allInside = files.stream().noneMatch(file -> folder.equals(file.getParent()));
        List<String> names = files.stream()
                .map(file -> topFolder(folder, file))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        return allInside && names.size() > 1 ? names : List.of();
    }

    private static String topFolder(Path folder, Path file) {
        return folder.relativize(file).getName(0).toString();
    }

    private static String relativeName(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Collects pictures; what is hidden belongs to the system, not to the set. */
    private static final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private final Path folder;
        private final Progress progress;

        private Finder(Path folder, Progress progress) {
            this.folder = folder;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            if (progress.isCancelled()) {
                throw new CancellationException("Opening the folder was cancelled.");
            }
            return place.equals(folder) || !hidden(place) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isImage(file) && !hidden(file)) {
                found.add(file);
            }
            return found.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path place, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            String name = String.valueOf(path.getFileName());
            return name.startsWith(".") || name.startsWith("__MACOSX") || name.startsWith("@");
        }
    }
}
