package org.ganvas.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The registry of data sets: what is built in, and how a name given by a person is opened. */
public final class Datasets {

    /** The id of the set that needs no file and opens at the first start. */
    public static final String DOODLES = "builtin:doodles";

    /** What the ids of built-in sets begin with. */
    static final String BUILT_IN = "builtin:";

    private static final String DOODLES_TEST = "builtin:doodles-test";

    private Datasets() {}

    /**
     * One line of the list of data sets.
     *
     * @param id what {@code --data} takes
     * @param name what people call it
     * @param description one sentence
     */
    public record Entry(String id, String name, String description) {}

    /** The built-in sets, the one that opens first at the front. */
    public static List<Entry> builtIns() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                DOODLES,
                DoodleDigits.NAME,
                "60,000 procedurally drawn handwritten-style digits, 28x28 greyscale, ten classes."));
        entries.addAll(PlaneSource.entries());
        return List.copyOf(entries);
    }

    /**
     * Whether an id means points of the plane, by its name alone, so that what fits it can be chosen before anything is
     * read.
     */
    public static boolean ofPoints(String id) {
        return id.startsWith(BUILT_IN) ? PlaneSource.knows(id) : PointFile.isMeant(id);
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
        return id.startsWith(BUILT_IN) ? builtIn(id, progress) : open(id, FolderReader.USUAL, progress);
    }

    /**
     * The same for networks of a certain shape: a folder of pictures and the built-in ones are scaled to it, the built-in
     * ones coloured where it has colours; whatever else has one size of its own is opened as it is.
     *
     * @param wanted the shape of the networks' pictures
     */
    public static Dataset open(String id, ImageShape wanted, Progress progress) throws DataException {
        stopIfCancelled(progress);
        Optional<FolderIndex> folder = PictureFolder.at(id, progress);
        if (folder.isPresent()) {
            return new FolderReader(folder.get(), wanted.isPoint() ? FolderReader.USUAL : wanted).read(id, progress);
        }
        if (id.startsWith(BUILT_IN)) {
            return drawn(builtIn(id, progress), wanted);
        }
        return PointFile.isMeant(id)
                ? PointFile.read(MnistFiles.toPath(id), id, progress)
                : PictureSet.read(MnistFiles.find(id), id, progress);
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
        if (id.equals(DOODLES)) {
            return Optional.of(builtIn(DOODLES_TEST, progress));
        }
        if (id.startsWith(BUILT_IN)) {
            Optional<Dataset> drawn = Optional.ofNullable(PlaneSource.openTest(id));
            if (drawn.isEmpty()) {
                builtIn(id, Progress.NONE); // an unknown one must not pass for one without test pictures
            }
            return drawn;
        }
        if (PointFile.isMeant(id)) {
            return Optional.empty();
        }
        if (PictureFolder.at(id, progress).isPresent()) {
            return Optional.empty();
        }
        Optional<MnistFiles> test = MnistFiles.find(id).test();
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PictureSet.read(test.get(), test.get().pictures().toString(), progress));
    }

    /** The same for networks of a certain shape, scaled as {@link #open(String, ImageShape, Progress)} scales. */
    public static Optional<Dataset> openTest(String id, ImageShape wanted, Progress progress) throws DataException {
        Optional<Dataset> test = openTest(id, progress);
        return id.startsWith(BUILT_IN) ? test.map(set -> drawn(set, wanted)) : test;
    }

    private static Dataset drawn(Dataset pictures, ImageShape wanted) {
        boolean plain = pictures.shape().channels() == 1 && wanted.channels() == TintedPictures.CHANNELS;
        return ScaledPictures.of(plain ? new TintedPictures(pictures, 1) : pictures, wanted);
    }

    private static Dataset builtIn(String id, Progress progress) throws DataException {
        Dataset dataset = switch (id) {
            case DOODLES -> DoodleDigits.training(id);
            case DOODLES_TEST -> DoodleDigits.test(id);
            default -> points(id);
        };
        progress.at(1);
        return dataset;
    }

    private static Dataset points(String id) throws DataException {
        PlaneSet set = PlaneSource.open(id);
        if (set == null) {
            throw new DataException("There is no built-in data set '" + id + "': choose " + listOfBuiltIns() + ".");
        }
        return set;
    }

    private static String listOfBuiltIns() {
        return String.join(", ", builtIns().stream().map(Entry::id).toList());
    }

    private static void stopIfCancelled(Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("Opening the data set was cancelled.");
        }
    }
}
