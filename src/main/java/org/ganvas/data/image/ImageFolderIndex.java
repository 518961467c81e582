package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.ProgressListener;

/**
 * Index of the image files of a dataset in a folder, in the order of their names, the same on every system. Immutable; any
 * thread.
 *
 * @param folder the folder that the user named
 * @param base folder in it below which names begin: that of the classes, or of the part for training
 * @param files the image files
 * @param classNames names of the class folders, in order; empty where there are none
 * @param labels class of each file; empty where there are none
 * @param report what was understood of the folder
 */
public record ImageFolderIndex(
        Path folder, Path base, List<Path> files, List<String> classNames, List<Integer> labels, DatasetReport report) {

    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif", "tif", "tiff", "webp", "pgm", "ppm", "pbm", "pnm",
            "pam");

    /** Formats by the names of their files, which are told instead of being passed over. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("heic", "HEIC"),
            Map.entry("heif", "HEIC"),
            Map.entry("avif", "AVIF"),
            Map.entry("jxl", "JPEG XL"),
            Map.entry("jp2", "JPEG 2000"),
            Map.entry("j2k", "JPEG 2000"),
            Map.entry("psd", "Photoshop"),
            Map.entry("exr", "OpenEXR"),
            Map.entry("dcm", "DICOM"),
            Map.entry("dng", "DNG"),
            Map.entry("cr2", "CR2"),
            Map.entry("nef", "NEF"),
            Map.entry("arw", "ARW"),
            Map.entry("tga", "TGA"),
            Map.entry("ico", "ICO"),
            Map.entry("svg", "SVG"));

    public ImageFolderIndex {
        files = List.copyOf(files);
        labels = List.copyOf(labels);
    }

    /** Lists the training images of a folder; the list is empty where it holds no images. */
    public static ImageFolderIndex of(Path folder, ProgressListener progress) throws DataException {
        return FolderLayout.of(folder, progress).training();
    }

    /** Lists the images that a folder keeps for testing; the list is empty where it keeps none. */
    public static ImageFolderIndex ofTest(Path folder, ProgressListener progress) throws DataException {
        return FolderLayout.of(folder, progress).test();
    }

    /** Whether a file is an image, by its extension. */
    public static boolean isImage(Path file) {
        return EXTENSIONS.contains(extension(file));
    }

    /** Format of an image file that is not read, by its extension; empty for other files. */
    static String foreignFormat(Path file) {
        return FOREIGN.getOrDefault(extension(file), "");
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    int label(int index) {
        return labels.isEmpty() ? 0 : labels.get(index);
    }

    /** Order of names, the same on every system. */
    static Comparator<Path> byName(Path folder) {
        return Comparator.comparing(file -> name(folder, file));
    }

    /** Name of a file within a folder, with slashes on every system. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
