package org.ganvas.view.drop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ganvas.data.image.ImageFolderIndex;

/**
 * Folders and other files of a drag, in its order. Immutable; any thread.
 *
 * @param folders the folders
 * @param files the files that are none
 */
public record DroppedFiles(List<Path> folders, List<Path> files) {

    public DroppedFiles {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** Asks the file system which of them are folders. */
    static DroppedFiles of(List<File> dropped) {
        List<Path> all = dropped.stream().map(File::toPath).toList();
        return new DroppedFiles(
                all.stream().filter(Files::isDirectory).toList(),
                all.stream().filter(path -> !Files.isDirectory(path)).toList());
    }

    public Optional<Path> folder() {
        return folders.stream().findFirst();
    }

    /** The first image file. */
    public Optional<Path> image() {
        return file(ImageFolderIndex::isImage);
    }

    /** The first file with one of some endings, in any case of letters. */
    public Optional<Path> ending(String... endings) {
        return file(path -> Stream.of(endings).anyMatch(name(path).toLowerCase(Locale.ROOT)::endsWith));
    }

    /** The first file that fulfils a condition. */
    public Optional<Path> file(Predicate<Path> wanted) {
        return files.stream().filter(wanted).findFirst();
    }

    /** Name of the first file or folder; empty without any. */
    public String firstName() {
        return Stream.concat(files.stream(), folders.stream())
                .findFirst()
                .map(DroppedFiles::name)
                .orElse("");
    }

    /** Name without the path; the path of a root. */
    public static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
