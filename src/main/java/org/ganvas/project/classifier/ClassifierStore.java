package org.ganvas.project.classifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.FileException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.transform.RotatedDataset;
import org.ganvas.engine.dl4j.ClassifierModelFile;
import org.ganvas.engine.dl4j.ClassifierTrainer;
import org.ganvas.engine.dl4j.ClassifierTrainingSpec;
import org.ganvas.engine.dl4j.ImageClassifier;
import org.ganvas.engine.dl4j.ImportedDl4jNetwork;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.project.classifier.ClassifierCard.Task;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.Sha256Digest;

/**
 * Folder of trained classifiers, each of which takes minutes to train: a Deeplearning4j model and its card, named by the
 * id, size and content of the data, the seed and the version of the training. A model that does not match its card is
 * trained again. One thread at a time; several processes may share the folder.
 */
public final class ClassifierStore {

    private static final long SEED = 1;
    private static final int MAX_CARD_BYTES = 1 << 16;

    /** Number of images, spread over the data, whose values enter the name of a model. */
    private static final int HASHED_IMAGES = 1000;

    private final Path folder;
    private final int maxSteps;

    /** @param folder created when the first classifier is stored */
    public ClassifierStore(Path folder) {
        this(folder, Integer.MAX_VALUE);
    }

    /** @param maxSteps of training; fewer than usual give a worse classifier, which is stored under another name */
    public ClassifierStore(Path folder, int maxSteps) {
        this.folder = folder;
        this.maxSteps = maxSteps;
    }

    /**
     * The classifier of a dataset: the one that the program brings along, or from the folder, or trained now, which takes
     * minutes. Without labels it is trained to recognise rotations.
     *
     * @param learn training data
     * @param held test data
     * @throws DataException if no classifier can be trained on such images
     * @throws CancellationException if {@code progress} is cancelled
     */
    public StoredClassifier open(Dataset learn, Dataset held, ProgressListener progress) throws DataException {
        boolean labelled = learn.classCount() >= 2;
        Task task = labelled ? Task.CLASSES : Task.QUARTER_TURNS;
        Dataset data = labelled ? learn : new RotatedDataset(learn);
        ClassifierTrainingSpec training = trainingSpec(data);
        String name = name(data, task, training);
        Path base = folder.resolve(name);
        List<Message> warnings = new ArrayList<>();
        Optional<StoredModel> shipped = shipped(name, data, warnings);
        if (shipped.isPresent()) {
            return new StoredClassifier(shipped.get().card(), shipped.get().network(), warnings);
        }
        Optional<StoredModel> stored = readStored(base, data, warnings);
        if (stored.isPresent()) {
            return new StoredClassifier(stored.get().card(), stored.get().network(), List.of());
        }
        ImportedDl4jNetwork network = ClassifierTrainer.run(data, training, progress);
        ClassifierCard card = card(network, task, data, labelled ? held : new RotatedDataset(held));
        store(base, network, card, warnings);
        return new StoredClassifier(card, network, warnings);
    }

    /**
     * Writes the classifier of a dataset as a resource of the program, see {@link ShippedClassifiers}.
     *
     * @param resources folder of the resources
     * @return its card
     */
    public ClassifierCard ship(Dataset learn, Dataset held, Path resources, ProgressListener progress)
            throws DataException, IOException {
        ClassifierTrainingSpec training = trainingSpec(learn);
        ImportedDl4jNetwork network = ClassifierTrainer.run(learn, training, progress);
        ClassifierCard card = card(network, Task.CLASSES, learn, held);
        ShippedClassifiers.write(resources, name(learn, Task.CLASSES, training), card, network);
        return card;
    }

    /** A model file and its card. */
    private record StoredModel(ClassifierCard card, ImportedDl4jNetwork network) {}

    private ClassifierTrainingSpec trainingSpec(Dataset data) {
        ClassifierTrainingSpec usual = ClassifierTrainingSpec.recommended(data, SEED);
        return new ClassifierTrainingSpec(Math.min(usual.steps(), maxSteps), usual.batch(), usual.rate(), SEED);
    }

    private static ClassifierCard card(ImportedDl4jNetwork network, Task task, Dataset data, Dataset test) {
        try (ImageClassifier classifier = new ImageClassifier(network)) {
            return new ClassifierCard(
                    task,
                    data.id(),
                    data.size(),
                    classifier.classes(),
                    classifier.featureWidth(),
                    classifier.accuracy(test),
                    test.size(),
                    SEED,
                    ClassifierTrainingSpec.VERSION,
                    ClassifierModelFile.sha256(network));
        }
    }

    /** The one that the program brings along, before any of the folder: the same for every user. */
    private static Optional<StoredModel> shipped(String name, Dataset data, List<Message> warnings) {
        try {
            return ShippedClassifiers.find(name, data).map(found -> new StoredModel(found.card(), found.network()));
        } catch (IOException e) {
            warnings.add(Message.of("project.classifier.shippedUnreadable", IoErrorText.of(e)));
            return Optional.empty();
        }
    }

    private static Optional<StoredModel> readStored(Path base, Dataset data, List<Message> warnings) {
        Path file = modelFile(base);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(cardFile(base))) {
            return Optional.empty();
        }
        try {
            ClassifierCard card = readCard(cardFile(base));
            ImportedDl4jNetwork network = ClassifierModelFile.read(file, data.shape(), data.classCount());
            if (!ClassifierModelFile.sha256(network).equals(card.sha256())) {
                throw new FileException(Message.of("project.classifier.wrongWeights"));
            }
            return Optional.of(new StoredModel(card, network));
        } catch (SpecException e) {
            warnings.add(Message.of("project.classifier.wrongSettings", file, e.message()));
            return Optional.empty();
        } catch (IOException e) {
            warnings.add(Message.of("project.classifier.retrained", file, IoErrorText.of(e)));
            return Optional.empty();
        }
    }

    private static ClassifierCard readCard(Path file) throws IOException {
        if (Files.size(file) > MAX_CARD_BYTES) {
            throw new FileException(Message.of("project.classifier.longCard", file));
        }
        return GanSpecJson.read(Files.readAllBytes(file), ClassifierCard.class);
    }

    /** Stores a classifier; a failure is a warning, because the classifier itself can be used. */
    private void store(Path base, ImportedDl4jNetwork network, ClassifierCard card, List<Message> warnings) {
        try {
            Files.createDirectories(folder);
            AtomicFileWriter.write(modelFile(base), out -> ClassifierModelFile.write(network, out));
            AtomicFileWriter.write(cardFile(base), out -> out.write(GanSpecJson.write(card)));
        } catch (IOException e) {
            warnings.add(Message.of("project.classifier.notStored", folder, IoErrorText.of(e)));
        }
    }

    private static Path modelFile(Path base) {
        return base.resolveSibling(base.getFileName() + ".zip");
    }

    private static Path cardFile(Path base) {
        return base.resolveSibling(base.getFileName() + ".json");
    }

    private static String name(Dataset data, Task task, ClassifierTrainingSpec training) {
        MessageDigest digest = Sha256Digest.digest();
        String settings = String.format(
                Locale.ROOT,
                "%s|%d|%s|%d|%s|%s|%s",
                task,
                ClassifierTrainingSpec.VERSION,
                text(training),
                data.size(),
                text(data.shape()),
                data.classNames(),
                data.id());
        digest.update(settings.getBytes(StandardCharsets.UTF_8));
        int count = Math.min(HASHED_IMAGES, data.size());
        float[] image = new float[data.shape().size()];
        ByteBuffer bytes = ByteBuffer.allocate((image.length + 1) * Float.BYTES);
        for (int i = 0; i < count; i++) {
            int index = (int) ((long) i * data.size() / count);
            data.copyImage(index, image, 0);
            bytes.asFloatBuffer().put(image).put(data.label(index));
            digest.update(bytes.duplicate());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    /** Part of a file's name, so it stays as it is: another text would train every stored classifier again. */
    private static String text(ClassifierTrainingSpec training) {
        return String.format(
                Locale.ROOT,
                "ClassifierRecipe[steps=%d, batch=%d, rate=%s, seed=%d]",
                training.steps(),
                training.batch(),
                training.rate(),
                training.seed());
    }

    private static String text(ImageShape shape) {
        return String.format(
                Locale.ROOT, "%dx%d %s", shape.width(), shape.height(), shape.channels() == 1 ? "grey" : "colour");
    }
}
