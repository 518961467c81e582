package org.ganvas.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetEntry;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Files of MNIST and of datasets in its format (Fashion-MNIST, KMNIST), found under their usual names. Immutable; any
 * thread.
 *
 * @param images file of images
 * @param labels file of their labels, if there is one
 */
public record MnistFileFinder(Path images, @Nullable Path labels) {

    private static final Message SUPPORTED_PATHS = Message.of("data.path.supported");

    /** Files for the path of a folder or of a file of images. */
    public static MnistFileFinder find(String id) throws DataException {
        Path path = toPath(id);
        if (Files.isRegularFile(path)) {
            if (ImageFolderIndex.isImage(path)) {
                throw new DataException(Message.of("data.path.singleImage", path));
            }
            return withLabels(path);
        }
        if (!Files.isDirectory(path)) {
            throw new DataException(Message.of("data.path.missing", path, SUPPORTED_PATHS));
        }
        Optional<Path> images = findImages(path);
        return withLabels(images.orElseThrow(() -> new DataException(noImagesReason(path))));
    }

    /** File of images under its usual name, in the folder or where torchvision keeps it. */
    static Optional<Path> findImages(Path folder) {
        return IdxFileNames.images(folder, true).or(() -> IdxFileNames.images(folder, false));
    }

    /** Test files beside these training files. */
    public Optional<MnistFileFinder> testFiles() {
        return IdxFileNames.testImages(images).map(MnistFileFinder::withLabels);
    }

    /** Display name for lists: the folder and the part of the dataset, or the name of an unusual file. */
    String shortName() {
        Path folder = images.toAbsolutePath().normalize().getParent();
        if (folder != null && fileName(folder).equals("raw")) {
            folder = folder.getParent();
        }
        String folderName = folder == null || folder.getFileName() == null ? "" : fileName(folder) + " ";
        return IdxFileNames.part(images)
                .map(part -> folderName + "(" + part + ")")
                .orElse(fileName(images));
    }

    /** Path of an id; a {@link DataException} where the id is blank or no valid path. */
    public static Path toPath(String id) throws DataException {
        if (id.isBlank()) {
            throw new DataException(Message.of("data.path.blank", SUPPORTED_PATHS, DatasetEntry.DOODLES));
        }
        try {
            return Path.of(id);
        } catch (InvalidPathException failure) {
            throw new DataException(Message.of("data.path.invalid", id, SUPPORTED_PATHS), failure);
        }
    }

    private static MnistFileFinder withLabels(Path images) {
        return new MnistFileFinder(images, IdxFileNames.labels(images).orElse(null));
    }

    private static Message noImagesReason(Path folder) {
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.map(MnistFileFinder::fileName).sorted().toList();
        } catch (IOException failure) {
            return Message.of("data.folder.accessDenied", folder);
        }
        if (names.isEmpty()) {
            return Message.of("data.folder.empty", folder, SUPPORTED_PATHS);
        }
        List<Path> choices = IdxFileNames.choices(folder);
        if (choices.size() > 1) {
            return Message.of("data.folder.severalDatasets", folder, choices.get(0));
        }
        List<String> foreign = names.stream()
                .map(name -> ImageFolderIndex.foreignFormat(Path.of(name)))
                .filter(format -> !format.isEmpty())
                .distinct()
                .toList();
        if (!foreign.isEmpty()) {
            return Message.of("data.folder.unsupportedFormats", folder, String.join(", ", foreign));
        }
        return names.stream()
                .filter(name -> name.contains("images") && name.contains("idx3"))
                .findFirst()
                .map(name -> Message.of("data.folder.noTrainingImages", folder, folder.resolve(name)))
                .orElse(Message.of("data.folder.noImages", folder, SUPPORTED_PATHS));
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
