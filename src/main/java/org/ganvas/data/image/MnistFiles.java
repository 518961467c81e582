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
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of MNIST and its like (Fashion-MNIST, KMNIST) under the names people have them by. Immutable; any
 * thread.
 *
 * @param images the file of pictures
 * @param labels the file of labels that belongs to it, if there is one
 */
public record MnistFiles(Path images, @Nullable Path labels) {

    private static final String TRAIN = "train";
    private static final String TEST = "t10k";
    private static final String WHAT_IS_READ =
            "choose a folder of pictures (JPEG, PNG, GIF, BMP) or one with train-images-idx3-ubyte (MNIST and its like)";

    /** The files that a person means by the path of a folder or of a file of pictures. */
    public static MnistFiles find(String id) throws DataException {
        Path path = toPath(id);
        if (Files.isRegularFile(path)) {
            if (ImageFolderIndex.isImage(path)) {
                throw new DataException(path + " is a single picture: choose the folder that holds it and others.");
            }
            return withLabels(path);
        }
        if (!Files.isDirectory(path)) {
            throw new DataException(path + " does not exist: check the path, or " + WHAT_IS_READ + ".");
        }
        Optional<Path> pictures = findImages(path);
        return withLabels(pictures.orElseThrow(() -> new DataException(noImagesReason(path))));
    }

    /** The file of pictures under its usual name. */
    static Optional<Path> findImages(Path folder) {
        return imagesOf(folder, TRAIN).or(() -> imagesOf(folder, TEST));
    }

    /** The pictures held back for testing that lie beside these training pictures. */
    public Optional<MnistFiles> testFiles() {
        Path folder = images.toAbsolutePath().getParent();
        boolean training = fileName(images).startsWith(TRAIN + "-images");
        return training && folder != null ? imagesOf(folder, TEST).map(MnistFiles::withLabels) : Optional.empty();
    }

    /** Short enough for a list on the screen: the folder and which part of it, or the name of an unusual file. */
    String shortName() {
        Path folder = images.toAbsolutePath().normalize().getParent();
        String place = folder == null || folder.getFileName() == null ? "" : fileName(folder) + " ";
        for (String part : List.of(TRAIN, TEST)) {
            if (fileName(images).startsWith(part + "-images")) {
                return place + "(" + part + ")";
            }
        }
        return fileName(images);
    }

    public static Path toPath(String id) throws DataException {
        if (id.isBlank()) {
            throw new DataException("No data set was named: " + WHAT_IS_READ + ", or " + DatasetEntry.DOODLES + ".");
        }
        try {
            return Path.of(id);
        } catch (InvalidPathException failure) {
            throw new DataException("'" + id + "' cannot be the name of a file here: " + WHAT_IS_READ + ".", failure);
        }
    }

    private static Optional<Path> imagesOf(Path folder, String part) {
        return Stream.of("-images-idx3-ubyte", "-images.idx3-ubyte", "-images-idx3-ubyte.gz", "-images.idx3-ubyte.gz")
                .map(rest -> folder.resolve(part + rest))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static MnistFiles withLabels(Path pictures) {
        String name = fileName(pictures);
        if (!name.contains("images") || !name.contains("idx3")) {
            return new MnistFiles(pictures, null);
        }
        String plain =
                name.replaceFirst("\\.gz$", "").replace("images", "labels").replace("idx3", "idx1");
        String dotted = plain.replace("-idx1", ".idx1");
        String dashed = plain.replace(".idx1", "-idx1");
        Path labels = Stream.of(dashed, dotted, dashed + ".gz", dotted + ".gz")
                .map(pictures::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        return new MnistFiles(pictures, labels);
    }

    private static String noImagesReason(Path folder) {
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.map(MnistFiles::fileName).sorted().toList();
        } catch (IOException failure) {
            return folder + " may not be read by you: change its permissions or choose another folder.";
        }
        if (names.isEmpty()) {
            return folder + " is empty: " + WHAT_IS_READ + ".";
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(webp|avif|heic|jxl)"))) {
            return folder
                    + " holds WebP, AVIF, HEIC or JPEG XL pictures, which cannot be read: convert them to PNG or JPEG.";
        }
        return names.stream()
                .filter(name -> name.contains("images") && name.contains("idx3"))
                .findFirst()
                .map(name -> folder + " holds no training pictures under their usual name: choose one of its files,"
                        + " for example " + folder.resolve(name) + ".")
                .orElse(folder + " holds no pictures that can be read: " + WHAT_IS_READ + ".");
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
