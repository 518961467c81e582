package org.ganvas.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    private static final String TRAIN = "train";
    private static final String TEST = "t10k";
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

    /** File of images under its usual name. */
    static Optional<Path> findImages(Path folder) {
        return imagesOf(folder, TRAIN).or(() -> imagesOf(folder, TEST));
    }

    /** Test files beside these training files. */
    public Optional<MnistFileFinder> testFiles() {
        Path folder = images.toAbsolutePath().getParent();
        boolean training = fileName(images).startsWith(TRAIN + "-images");
        return training && folder != null ? imagesOf(folder, TEST).map(MnistFileFinder::withLabels) : Optional.empty();
    }

    /** Display name for lists: the folder and the part of the dataset, or the name of an unusual file. */
    String shortName() {
        Path folder = images.toAbsolutePath().normalize().getParent();
        String folderName = folder == null || folder.getFileName() == null ? "" : fileName(folder) + " ";
        for (String part : List.of(TRAIN, TEST)) {
            if (fileName(images).startsWith(part + "-images")) {
                return folderName + "(" + part + ")";
            }
        }
        return fileName(images);
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

    private static Optional<Path> imagesOf(Path folder, String part) {
        return Stream.of("-images-idx3-ubyte", "-images.idx3-ubyte", "-images-idx3-ubyte.gz", "-images.idx3-ubyte.gz")
                .map(rest -> folder.resolve(part + rest))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static MnistFileFinder withLabels(Path images) {
        String name = fileName(images);
        if (!name.contains("images") || !name.contains("idx3")) {
            return new MnistFileFinder(images, null);
        }
        String plain =
                name.replaceFirst("\\.gz$", "").replace("images", "labels").replace("idx3", "idx1");
        String dotted = plain.replace("-idx1", ".idx1");
        String dashed = plain.replace(".idx1", "-idx1");
        Path labels = Stream.of(dashed, dotted, dashed + ".gz", dotted + ".gz")
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        return new MnistFileFinder(images, labels);
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
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(webp|avif|heic|jxl)"))) {
            return Message.of("data.folder.unsupportedFormats", folder);
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
