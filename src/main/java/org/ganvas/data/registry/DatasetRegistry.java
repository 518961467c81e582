package org.ganvas.data.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.ganvas.data.doodle.DoodleDigits;
import org.ganvas.data.image.IdxDataset;
import org.ganvas.data.image.ImageFolder;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.ImageFolderReader;
import org.ganvas.data.image.MnistFiles;
import org.ganvas.data.points.PointDataset;
import org.ganvas.data.points.PointDistribution;
import org.ganvas.data.points.PointFile;
import org.ganvas.data.transform.ResizedDataset;
import org.ganvas.data.transform.TintedDataset;

/** The registry of data sets: what is built in, and how a name given by a person is opened. */
public final class DatasetRegistry {

    private static final String DOODLES_TEST = "builtin:doodles-test";

    private DatasetRegistry() {}

    /** The built-in sets, the one that opens first at the front. */
    public static List<DatasetEntry> builtIns() {
        List<DatasetEntry> entries = new ArrayList<>();
        entries.add(new DatasetEntry(
                DatasetEntry.DOODLES,
                DoodleDigits.NAME,
                "60,000 handwritten-looking digits of 28x28 grey pixels in ten classes, drawn by the program itself."));
        entries.addAll(PointDistribution.entries());
        return List.copyOf(entries);
    }

    /**
     * Whether an id means points of the plane, by its name alone, so that what fits it can be chosen before anything is
     * read.
     */
    public static boolean isPointDataset(String id) {
        return id.startsWith(DatasetEntry.BUILT_IN) ? PointDistribution.contains(id) : PointFile.isPointFile(id);
    }

    /**
     * Opens a data set; a folder of pictures as 32x32 colour. Takes from milliseconds to seconds; never call it on the FX
     * thread.
     *
     * @param id a built-in id, the path of a folder, of an IDX file of pictures, or of a CSV file of points
     * @throws DataException if it cannot be read, with one sentence that says why
     * @throws CancellationException if {@code progress} says that nobody wants it any more
     */
    public static Dataset open(String id, Progress progress) throws DataException {
        stopIfCancelled(progress);
        return id.startsWith(DatasetEntry.BUILT_IN)
                ? builtIn(id, progress)
                : open(id, ImageFolderReader.DEFAULT_SHAPE, progress);
    }

    /**
     * The same for networks of a certain shape: a folder of pictures and the built-in ones are scaled to it, the built-in
     * ones coloured where it has colours; whatever else has one size of its own is opened as it is.
     *
     * @param wanted the shape of the networks' pictures
     */
    public static Dataset open(String id, ImageShape wanted, Progress progress) throws DataException {
        stopIfCancelled(progress);
        Optional<ImageFolderIndex> folder = ImageFolder.find(id, progress);
        if (folder.isPresent()) {
            return new ImageFolderReader(folder.get(), wanted.isPoint() ? ImageFolderReader.DEFAULT_SHAPE : wanted)
                    .read(id, progress);
        }
        if (id.startsWith(DatasetEntry.BUILT_IN)) {
            return adapted(builtIn(id, progress), wanted);
        }
        return PointFile.isPointFile(id)
                ? PointFile.read(MnistFiles.toPath(id), id, progress)
                : IdxDataset.read(MnistFiles.find(id), id, progress);
    }

    /**
     * Opens the pictures that were held back from a data set's training pictures, for measuring; of a built-in set of
     * points an independent draw. Never call it on the FX thread.
     *
     * @param id what {@link #open} takes
     * @return empty if the set comes without such pictures
     * @throws DataException if they are there and cannot be read, with one sentence that says why
     * @throws CancellationException if {@code progress} says that nobody wants them any more
     */
    public static Optional<Dataset> openTest(String id, Progress progress) throws DataException {
        stopIfCancelled(progress);
        if (id.equals(DatasetEntry.DOODLES)) {
            return Optional.of(builtIn(DOODLES_TEST, progress));
        }
        if (id.startsWith(DatasetEntry.BUILT_IN)) {
            Optional<Dataset> drawn = Optional.ofNullable(PointDistribution.openTest(id));
            if (drawn.isEmpty()) {
                builtIn(id, Progress.NONE); // an unknown one must not pass for one without test pictures
            }
            return drawn;
        }
        if (PointFile.isPointFile(id)) {
            return Optional.empty();
        }
        if (ImageFolder.find(id, progress).isPresent()) {
            return Optional.empty();
        }
        Optional<MnistFiles> test = MnistFiles.find(id).testFiles();
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(IdxDataset.read(test.get(), test.get().images().toString(), progress));
    }

    /** The same for networks of a certain shape, scaled as {@link #open(String, ImageShape, Progress)} scales. */
    public static Optional<Dataset> openTest(String id, ImageShape wanted, Progress progress) throws DataException {
        Optional<Dataset> test = openTest(id, progress);
        return id.startsWith(DatasetEntry.BUILT_IN) ? test.map(set -> adapted(set, wanted)) : test;
    }

    private static Dataset adapted(Dataset pictures, ImageShape wanted) {
        boolean plain = pictures.shape().channels() == 1 && wanted.channels() == TintedDataset.CHANNELS;
        return ResizedDataset.of(plain ? new TintedDataset(pictures, 1) : pictures, wanted);
    }

    private static Dataset builtIn(String id, Progress progress) throws DataException {
        Dataset dataset = switch (id) {
            case DatasetEntry.DOODLES -> DoodleDigits.training(id);
            case DOODLES_TEST -> DoodleDigits.test(id);
            default -> points(id);
        };
        progress.report(1);
        return dataset;
    }

    private static Dataset points(String id) throws DataException {
        PointDataset set = PointDistribution.open(id);
        if (set == null) {
            throw new DataException("There is no built-in data set '" + id + "': choose " + builtInIds() + ".");
        }
        return set;
    }

    private static String builtInIds() {
        return String.join(", ", builtIns().stream().map(DatasetEntry::id).toList());
    }

    private static void stopIfCancelled(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("Opening the data set was cancelled.");
        }
    }
}
