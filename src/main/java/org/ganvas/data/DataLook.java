package org.ganvas.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a data set is like, found out in a moment, so that a recipe that fits can be chosen before the set is read.
 * Immutable; made on a thread that may wait for a disk.
 *
 * @param shape of its pictures; of a folder of pictures 32x32, in colour if some of them are
 * @param classes number of classes; 0 where there are no labels
 * @param fixed whether it comes in that shape only; a folder of pictures is scaled to any
 */
public record DataLook(ImageShape shape, int classes, boolean fixed) {

    private static final ImageShape DIGITS = new ImageShape(1, 28, 28);
    private static final int TEN = 10;

    /**
     * Looks.
     *
     * @param id what {@link Datasets#open} takes
     * @return empty where nothing is known of it
     * @throws DataException if it cannot be looked at, with one sentence that says why
     */
    public static Optional<DataLook> at(String id) throws DataException {
        if (id.equals(Datasets.DOODLES)) {
            return Optional.of(new DataLook(DIGITS, TEN, true));
        }
        if (Datasets.ofPoints(id)) {
            return Optional.of(new DataLook(ImageShape.POINT, 0, true));
        }
        Optional<FolderIndex> folder = PictureFolder.at(id, Progress.NONE);
        if (folder.isPresent()) {
            FolderIndex index = folder.get();
            ImageShape usual = FolderReader.USUAL;
            int channels = PictureFolder.inColour(index) ? usual.channels() : 1;
            return Optional.of(new DataLook(
                    new ImageShape(channels, usual.height(), usual.width()),
                    index.classNames().size(),
                    false));
        }
        return id.startsWith("builtin:") ? Optional.empty() : Optional.of(idx(MnistFiles.find(id)));
    }

    private static DataLook idx(MnistFiles files) throws DataException {
        IdxHeader header = new IdxReader(Progress.NONE).header(files.pictures(), IdxKind.PICTURES);
        Path labels = files.labels();
        int classes =
                labels == null ? 0 : PictureSet.classCount(new IdxReader(Progress.NONE).read(labels, IdxKind.LABELS));
        return new DataLook(new ImageShape(1, header.height(), header.width()), classes, true);
    }
}
