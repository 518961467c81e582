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
import org.ganvas.data.FileException;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Index of the image files in a folder and its subfolders, in the order of their names, the same on every system. Where the
 * folder itself holds no images and two or more subfolders do, those are the classes. Immutable; any thread.
 *
 * @param folder the folder
 * @param files the image files
 * @param classNames names of the class folders, in order; empty where there are none
 */
public record ImageFolderIndex(Path folder, List<Path> files, List<String> classNames) {

    /** Greatest number of files: more of them are a whole disk, opened by mistake. */
    static final int MAX_FILES = 2_000_000;

    private static final int MAX_DEPTH = 32;
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff");

    /** Lists a folder; the list is empty where the folder holds no images. */
    static ImageFolderIndex of(Path folder, ProgressListener progress) throws DataException {
        ImageVisitor visitor = new ImageVisitor(folder, progress);
        try {
            // A circular link is reported as a failed file, which the visitor skips.
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, visitor);
        } catch (IOException failure) {
            throw new DataException(
                    Message.of("data.folder.cannotList", folder, FileException.reason(failure)), failure);
        }
        if (visitor.found.size() > MAX_FILES) {
            throw new DataException(Message.of("data.folder.tooManyImages", folder));
        }
        List<Path> sorted = visitor.found.stream()
                .sorted(Comparator.comparing(file -> relativeName(folder, file)))
                .toList();
        return new ImageFolderIndex(folder, sorted, classFolders(folder, sorted));
    }

    /** Whether a file is an image, by its extension. */
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

    /** Visitor that collects image files; hidden files and folders belong to the system, not to the dataset. */
    private static final class ImageVisitor extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private final Path folder;
        private final ProgressListener progress;

        private ImageVisitor(Path folder, ProgressListener progress) {
            this.folder = folder;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (progress.isCancelled()) {
                throw new CancellationException("Opening the folder was cancelled.");
            }
            return directory.equals(folder) || !isHidden(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isImage(file) && !isHidden(file)) {
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
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            String name = String.valueOf(path.getFileName());
            return name.startsWith(".") || name.startsWith("__MACOSX") || name.startsWith("@");
        }
    }
}
