package org.ganvas.data.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.doodle.DoodleDigitDataset;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.image.IdxDataset;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.ImageFolderReader;
import org.ganvas.data.image.ImageFolderResolver;
import org.ganvas.data.image.MnistFileFinder;
import org.ganvas.data.points.PointDataset;
import org.ganvas.data.points.PointDistribution;
import org.ganvas.data.points.PointFileReader;
import org.ganvas.data.transform.ResizedDataset;
import org.ganvas.data.transform.TintedDataset;
import org.ganvas.message.Message;

/** Registry of datasets: the built-in ones, and opening of any dataset by its id. Stateless; any thread but the FX thread. */
public final class DatasetRegistry {

    private static final String DOODLES_TEST = "builtin:doodles-test";
    private static final String OUTLINES_TEST = "builtin:doodle-outlines-test";

    private DatasetRegistry() {}

    /** Built-in datasets, the default one first. */
    public static List<DatasetEntry> builtIns() {
        List<DatasetEntry> entries = new ArrayList<>();
        entries.add(new DatasetEntry(
                DatasetEntry.DOODLES,
                DoodleDigitDataset.NAME,
                "60,000 procedurally drawn handwritten-style digits, 28x28 greyscale, ten classes."));
        entries.add(new DatasetEntry(
                DatasetEntry.OUTLINES,
                DoodleDigitDataset.OUTLINES_NAME,
                "The same digits drawn as outlines, image by image, as a second style for translations."));
        entries.addAll(PointDistribution.entries());
        return List.copyOf(entries);
    }

    /**
     * Whether an id is a dataset of 2-D points, by the id alone, so that fitting settings can be chosen before anything is
     * read.
     */
    public static boolean isPointDataset(String id) {
        if (DataPair.parse(id).isPresent()) {
            return false;
        }
        return id.startsWith(DatasetEntry.BUILT_IN)
                ? PointDistribution.contains(id)
                : DrawingLibrary.isDrawn(id) || PointFileReader.isPointFile(id);
    }

    /**
     * Opens a dataset; an image folder as 32x32 colour. Takes milliseconds to seconds; never called on the FX thread.
     *
     * @param id a built-in id, that of drawn points, the path of a folder, of an IDX file of images, or of a CSV file of points
     * @throws DataException if the dataset cannot be read
     * @throws CancellationException if {@code progress} is cancelled
     */
    public static Dataset open(String id, ProgressListener progress) throws DataException {
        stopIfCancelled(progress);
        return id.startsWith(DatasetEntry.BUILT_IN) && DataPair.parse(id).isEmpty()
                ? builtIn(id, progress)
                : open(id, ImageFolderReader.DEFAULT_SHAPE, progress);
    }

    /**
     * Opens a dataset for networks of a certain shape: image folders and built-in images are scaled to it, and built-in
     * images coloured where it has colours; other datasets have a fixed shape and are opened as they are.
     *
     * @param wanted shape of the networks' images
     */
    public static Dataset open(String id, ImageShape wanted, ProgressListener progress) throws DataException {
        stopIfCancelled(progress);
        if (DrawingLibrary.isDrawn(id)) {
            return DrawingLibrary.open(id);
        }
        Optional<DataPair> pair = DataPair.parse(id);
        if (pair.isPresent()) {
            return PairedDatasets.open(
                    pair.get(), wanted.isPoint() ? ImageFolderReader.DEFAULT_SHAPE : wanted, progress);
        }
        Optional<ImageFolderIndex> folder = ImageFolderResolver.find(id, progress);
        if (folder.isPresent()) {
            return new ImageFolderReader(folder.get(), wanted.isPoint() ? ImageFolderReader.DEFAULT_SHAPE : wanted)
                    .read(id, progress);
        }
        if (id.startsWith(DatasetEntry.BUILT_IN)) {
            return adapted(builtIn(id, progress), wanted);
        }
        return PointFileReader.isPointFile(id)
                ? PointFileReader.read(MnistFileFinder.toPath(id), id, progress)
                : IdxDataset.read(MnistFileFinder.find(id), id, progress);
    }

    /**
     * Opens the test set of a dataset, for evaluation; for a built-in distribution of points an independent sample. Never
     * called on the FX thread.
     *
     * @param id as {@link #open} takes it
     * @return empty if the dataset has no test set
     * @throws DataException if the test set cannot be read
     * @throws CancellationException if {@code progress} is cancelled
     */
    public static Optional<Dataset> openTest(String id, ProgressListener progress) throws DataException {
        stopIfCancelled(progress);
        if (DataPair.parse(id).isPresent()) {
            return openTest(id, ImageFolderReader.DEFAULT_SHAPE, progress);
        }
        if (id.equals(DatasetEntry.DOODLES)) {
            return Optional.of(builtIn(DOODLES_TEST, progress));
        }
        if (id.equals(DatasetEntry.OUTLINES)) {
            return Optional.of(builtIn(OUTLINES_TEST, progress));
        }
        if (id.startsWith(DatasetEntry.BUILT_IN)) {
            Optional<Dataset> points = Optional.ofNullable(PointDistribution.openTest(id));
            if (points.isEmpty()) {
                // An unknown id must not pass for a dataset without a test set.
                builtIn(id, ProgressListener.NONE);
            }
            return points;
        }
        if (DrawingLibrary.isDrawn(id)) {
            return Optional.of(DrawingLibrary.openTest(id));
        }
        if (PointFileReader.isPointFile(id)) {
            return Optional.empty();
        }
        if (ImageFolderResolver.find(id, progress).isPresent()) {
            return folderTest(id, ImageFolderReader.DEFAULT_SHAPE, progress);
        }
        Optional<MnistFileFinder> test = MnistFileFinder.find(id).testFiles();
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(IdxDataset.read(test.get(), test.get().images().toString(), progress));
    }

    /** Test set for networks of a certain shape, scaled as {@link #open(String, ImageShape, Progress)} scales. */
    public static Optional<Dataset> openTest(String id, ImageShape wanted, ProgressListener progress)
            throws DataException {
        Optional<DataPair> pair = DataPair.parse(id);
        if (pair.isPresent()) {
            return PairedDatasets.openTest(
                    pair.get(), wanted.isPoint() ? ImageFolderReader.DEFAULT_SHAPE : wanted, progress);
        }
        if (!isPointDataset(id) && ImageFolderResolver.find(id, progress).isPresent()) {
            return folderTest(id, wanted.isPoint() ? ImageFolderReader.DEFAULT_SHAPE : wanted, progress);
        }
        Optional<Dataset> test = openTest(id, progress);
        return id.startsWith(DatasetEntry.BUILT_IN) ? test.map(set -> adapted(set, wanted)) : test;
    }

    /** Images that a folder keeps in a part for testing. */
    private static Optional<Dataset> folderTest(String id, ImageShape shape, ProgressListener progress)
            throws DataException {
        ImageFolderIndex test = ImageFolderIndex.ofTest(MnistFileFinder.toPath(id), progress);
        return test.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageFolderReader(test, shape).read(id, progress));
    }

    private static Dataset adapted(Dataset images, ImageShape wanted) {
        boolean needsColour = images.shape().channels() == 1 && wanted.channels() == TintedDataset.CHANNELS;
        return ResizedDataset.of(needsColour ? new TintedDataset(images, 1) : images, wanted);
    }

    /** Whether built-in drawings, which are grey, are coloured for networks of a shape. */
    public static boolean isColoured(String id, ImageShape wanted) {
        return isDrawing(id) && wanted.channels() == TintedDataset.CHANNELS;
    }

    /** Whether built-in drawings are scaled for networks of a shape. */
    public static boolean isScaled(String id, ImageShape wanted) {
        return isDrawing(id)
                && (wanted.height() != DoodleDigitDataset.SHAPE.height()
                        || wanted.width() != DoodleDigitDataset.SHAPE.width());
    }

    private static boolean isDrawing(String id) {
        return DataPair.parse(id).map(DataPair::builtIn).orElse(id.startsWith(DatasetEntry.BUILT_IN))
                && !isPointDataset(id);
    }

    private static Dataset builtIn(String id, ProgressListener progress) throws DataException {
        Dataset dataset = switch (id) {
            case DatasetEntry.DOODLES -> DoodleDigitDataset.training(id);
            case DatasetEntry.OUTLINES -> DoodleDigitDataset.outlines(id);
            case OUTLINES_TEST -> DoodleDigitDataset.outlinesTest(id);
            case DOODLES_TEST -> DoodleDigitDataset.test(id);
            default -> points(id);
        };
        progress.report(1);
        return dataset;
    }

    private static Dataset points(String id) throws DataException {
        PointDataset points = PointDistribution.open(id);
        if (points == null) {
            throw new DataException(Message.of("data.path.unknownBuiltIn", id, builtInIds()));
        }
        return points;
    }

    private static Message builtInIds() {
        return Message.list(
                builtIns().stream().map(entry -> Message.verbatim(entry.id())).toList());
    }

    private static void stopIfCancelled(ProgressListener progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("Opening the dataset was cancelled.");
        }
    }
}
