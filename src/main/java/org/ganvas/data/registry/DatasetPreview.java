package org.ganvas.data.registry;

import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.ganvas.data.image.IdxDataset;
import org.ganvas.data.image.IdxHeader;
import org.ganvas.data.image.IdxKind;
import org.ganvas.data.image.IdxReader;
import org.ganvas.data.image.ImageFolder;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.ImageFolderReader;
import org.ganvas.data.image.MnistFiles;

/**
 * What a data set is like, found out in a moment, so that a recipe that fits can be chosen before the set is read.
 * Immutable; made on a thread that may wait for a disk.
 *
 * @param shape of its pictures; of a folder of pictures 32x32, in colour if some of them are
 * @param classes number of classes; 0 where there are no labels
 * @param fixedShape whether it comes in that shape only; a folder of pictures is scaled to any
 */
public record DatasetPreview(ImageShape shape, int classes, boolean fixedShape) {

    private static final ImageShape DOODLE_SHAPE = new ImageShape(1, 28, 28);
    private static final int DOODLE_CLASSES = 10;

    /**
     * Looks.
     *
     * @param id what {@link DatasetRegistry#open} takes
     * @return empty where nothing is known of it
     * @throws DataException if it cannot be looked at, with one sentence that says why
     */
    public static Optional<DatasetPreview> of(String id) throws DataException {
        if (id.equals(DatasetEntry.DOODLES)) {
            return Optional.of(new DatasetPreview(DOODLE_SHAPE, DOODLE_CLASSES, true));
        }
        if (DatasetRegistry.isPointDataset(id)) {
            return Optional.of(new DatasetPreview(ImageShape.POINT, 0, true));
        }
        Optional<ImageFolderIndex> folder = ImageFolder.find(id, Progress.NONE);
        if (folder.isPresent()) {
            ImageFolderIndex index = folder.get();
            ImageShape usual = ImageFolderReader.DEFAULT_SHAPE;
            int channels = ImageFolder.isColour(index) ? usual.channels() : 1;
            return Optional.of(new DatasetPreview(
                    new ImageShape(channels, usual.height(), usual.width()),
                    index.classNames().size(),
                    false));
        }
        return id.startsWith("builtin:") ? Optional.empty() : Optional.of(idx(MnistFiles.find(id)));
    }

    private static DatasetPreview idx(MnistFiles files) throws DataException {
        IdxHeader header = new IdxReader(Progress.NONE).readHeader(files.images(), IdxKind.IMAGES);
        Path labels = files.labels();
        int classes =
                labels == null ? 0 : IdxDataset.classCount(new IdxReader(Progress.NONE).read(labels, IdxKind.LABELS));
        return new DatasetPreview(new ImageShape(1, header.height(), header.width()), classes, true);
    }
}
