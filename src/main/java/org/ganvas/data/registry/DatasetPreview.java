package org.ganvas.data.registry;

import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.image.IdxDataset;
import org.ganvas.data.image.IdxFileHeader;
import org.ganvas.data.image.IdxFileKind;
import org.ganvas.data.image.IdxFileReader;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.ImageFolderReader;
import org.ganvas.data.image.ImageFolderResolver;
import org.ganvas.data.image.MnistFileFinder;

/**
 * Preview of a dataset, found without reading all of it, so that a fitting preset can be chosen first. Immutable; made on
 * a thread that may wait for a disk.
 *
 * @param shape of the samples; 32x32 for an image folder, in colour if any of some images is
 * @param classes number of classes; 0 where there are no labels
 * @param fixedShape whether the dataset has that shape only; an image folder is scaled to any
 * @param sideBySide whether the images of a folder are twice as wide as high, so that each may hold two side by side
 */
public record DatasetPreview(ImageShape shape, int classes, boolean fixedShape, boolean sideBySide) {

    /** A dataset whose images stand for themselves. */
    public DatasetPreview(ImageShape shape, int classes, boolean fixedShape) {
        this(shape, classes, fixedShape, false);
    }

    private static final ImageShape DOODLE_SHAPE = new ImageShape(1, 28, 28);
    private static final int DOODLE_CLASSES = 10;

    /**
     * Preview of a dataset.
     *
     * @param id as {@link DatasetRegistry#open} takes it
     * @return empty for an unknown built-in id
     * @throws DataException if the files cannot be examined
     */
    public static Optional<DatasetPreview> of(String id) throws DataException {
        Optional<DataPair> pair = DataPair.parse(id);
        if (pair.isPresent()) {
            DataPair parts = pair.get();
            return of(parts.sideBySide() ? parts.folder() : parts.outputs());
        }
        if (id.equals(DatasetEntry.DOODLES) || id.equals(DatasetEntry.OUTLINES)) {
            return Optional.of(new DatasetPreview(DOODLE_SHAPE, DOODLE_CLASSES, true));
        }
        if (DatasetRegistry.isPointDataset(id)) {
            return Optional.of(new DatasetPreview(ImageShape.POINT, 0, true));
        }
        Optional<ImageFolderIndex> folder = ImageFolderResolver.find(id, ProgressListener.NONE);
        if (folder.isPresent()) {
            ImageFolderIndex index = folder.get();
            ImageShape standard = ImageFolderReader.DEFAULT_SHAPE;
            int channels = ImageFolderResolver.isColour(index) ? standard.channels() : 1;
            return Optional.of(new DatasetPreview(
                    new ImageShape(channels, standard.height(), standard.width()),
                    index.classNames().size(),
                    false,
                    ImageFolderResolver.isSideBySide(index)));
        }
        return id.startsWith(DatasetEntry.BUILT_IN) ? Optional.empty() : Optional.of(idx(MnistFileFinder.find(id)));
    }

    private static DatasetPreview idx(MnistFileFinder files) throws DataException {
        IdxFileHeader header = new IdxFileReader(ProgressListener.NONE).readHeader(files.images(), IdxFileKind.IMAGES);
        Path labels = files.labels();
        int classes = labels == null
                ? 0
                : IdxDataset.classNames(files, new IdxFileReader(ProgressListener.NONE).readLabels(labels))
                        .size();
        return new DatasetPreview(new ImageShape(1, header.height(), header.width()), classes, true);
    }
}
