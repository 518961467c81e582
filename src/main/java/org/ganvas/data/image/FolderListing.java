package org.ganvas.data.image;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetReport.LeftOutFile;
import org.ganvas.data.FileException;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ImageFault;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Visitor that collects the image files of a folder and its subfolders; hidden files and folders belong to the system, not
 * to the dataset. Used by one thread.
 */
final class FolderListing extends SimpleFileVisitor<Path> {

    /** Greatest number of files: more of them are a whole disk, opened by mistake. */
    static final int MAX_FILES = 2_000_000;

    private static final int MAX_DEPTH = 32;

    /** Thumbnails and resource forks that storage devices and macOS keep beside the files of a user. */
    private static final Set<String> SYSTEM_FOLDERS = Set.of("@eaDir", "@__thumb", "@Recycle", "$RECYCLE.BIN");

    private final List<Path> found = new ArrayList<>();
    private final List<LeftOutFile> leftOut = new ArrayList<>();
    private final List<Path> empty = new ArrayList<>();
    private final Deque<Integer> foundBefore = new ArrayDeque<>();
    private final Path folder;
    private final ProgressListener progress;

    private FolderListing(Path folder, ProgressListener progress) {
        this.folder = folder;
        this.progress = progress;
    }

    static FolderListing of(Path folder, ProgressListener progress) throws DataException {
        FolderListing listing = new FolderListing(folder, progress);
        try {
            // A circular link is reported as a failed file, which the visitor skips.
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, listing);
        } catch (IOException failure) {
            throw new DataException(
                    Message.of("data.folder.cannotList", folder, FileException.reason(failure)), failure);
        }
        if (listing.found.size() > MAX_FILES) {
            throw new DataException(Message.of("data.folder.tooManyImages", folder));
        }
        listing.found.sort(ImageFolderIndex.byName(folder));
        return listing;
    }

    /** Image files in the order of their names. */
    List<Path> found() {
        return found;
    }

    /** Image files in formats that are not read, and folders that cannot be listed. */
    List<LeftOutFile> leftOut() {
        return leftOut;
    }

    /** Folders without an image in them or below. */
    List<Path> empty() {
        return empty;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (progress.isCancelled()) {
            throw new CancellationException("Opening the folder was cancelled.");
        }
        if (!directory.equals(folder) && isHidden(directory)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        foundBefore.push(found.size());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink() && ImageFolderIndex.isImage(file) && !isHidden(file)) {
            // Links are followed, so one that arrives here leads nowhere.
            leftOut.add(new LeftOutFile(ImageFolderIndex.name(folder, file), Message.of("data.reason.brokenLink")));
        }
        if (attributes.isRegularFile() && !isHidden(file)) {
            String foreign = ImageFolderIndex.foreignFormat(file);
            if (ImageFolderIndex.isImage(file)) {
                found.add(file);
            } else if (!foreign.isEmpty()) {
                leftOut.add(new LeftOutFile(
                        ImageFolderIndex.name(folder, file), ImageFault.FOREIGN_FORMAT.reason(foreign)));
            }
        }
        return found.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(folder)) {
            throw failure;
        }
        if (failure instanceof java.nio.file.AccessDeniedException) {
            leftOut.add(new LeftOutFile(ImageFolderIndex.name(folder, file), ImageFault.NO_ACCESS.reason("")));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        if (foundBefore.pop() == found.size()) {
            empty.add(directory);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("__MACOSX") || SYSTEM_FOLDERS.contains(name);
    }
}
