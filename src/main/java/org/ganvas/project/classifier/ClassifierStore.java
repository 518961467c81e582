package org.ganvas.project.classifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.transform.RotatedDataset;
import org.ganvas.engine.dl4j.ClassifierFile;
import org.ganvas.engine.dl4j.ClassifierTrainer;
import org.ganvas.engine.dl4j.ClassifierTrainingSpec;
import org.ganvas.engine.dl4j.ImageClassifier;
import org.ganvas.engine.dl4j.ImportedNetwork;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.SpecJson;
import org.ganvas.project.classifier.ClassifierCard.Task;
import org.ganvas.project.io.AtomicFile;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.Sha256Digest;

/**
 * Where trained classifiers are kept, because each takes minutes: a Deeplearning4j model and its card, under a name made of
 * the data's id, size and content, the seed and the recipe. A file that is not what its card says is trained again. One
 * thread at a time; several processes may share the folder.
 */
public final class ClassifierStore {

    private static final long SEED = 1;
    private static final int MOST_CARD_BYTES = 1 << 16;

    /** Pictures that stand for the content of a set. */
    private static final int LOOKED_AT = 1000;

    private final Path folder;
    private final int mostSteps;

    /** @param folder made when the first classifier is put into it */
    public ClassifierStore(Path folder) {
        this(folder, Integer.MAX_VALUE);
    }

    /** @param mostSteps fewer than the recipe's make a quicker and worse classifier, which is kept under another name */
    public ClassifierStore(Path folder, int mostSteps) {
        this.folder = folder;
        this.mostSteps = mostSteps;
    }

    /**
     * The classifier for some data, kept or trained now, which takes minutes. Of pictures without labels it learns which
     * way up they are.
     *
     * @param learn what it is trained on
     * @param held what it is tested on
     * @throws DataException with one sentence, if no classifier can be trained on such pictures
     * @throws CancellationException if {@code progress} says that nobody wants it any more
     */
    public StoredClassifier judge(Dataset learn, Dataset held, Progress progress) throws DataException {
        boolean labelled = learn.classCount() >= 2;
        Task task = labelled ? Task.CLASSES : Task.QUARTER_TURNS;
        Dataset taught = labelled ? learn : new RotatedDataset(learn);
        ClassifierTrainingSpec recipe = recipe(taught);
        Path place = folder.resolve(name(taught, task, recipe));
        StringJoiner remarks = new StringJoiner(" ");
        Optional<Kept> kept = kept(place, taught, remarks);
        if (kept.isPresent()) {
            return new StoredClassifier(kept.get().card(), kept.get().network(), "");
        }
        ImportedNetwork network = ClassifierTrainer.run(taught, recipe, progress);
        ClassifierCard card = card(network, task, taught, labelled ? held : new RotatedDataset(held));
        keep(place, network, card, remarks);
        return new StoredClassifier(card, network, remarks.toString());
    }

    /** What a file and its card hold. */
    private record Kept(ClassifierCard card, ImportedNetwork network) {}

    private ClassifierTrainingSpec recipe(Dataset taught) {
        ClassifierTrainingSpec usual = ClassifierTrainingSpec.recommended(taught, SEED);
        return new ClassifierTrainingSpec(Math.min(usual.steps(), mostSteps), usual.batch(), usual.rate(), SEED);
    }

    private static ClassifierCard card(ImportedNetwork network, Task task, Dataset taught, Dataset asked) {
        try (ImageClassifier classifier = new ImageClassifier(network)) {
            return new ClassifierCard(
                    task,
                    taught.id(),
                    taught.size(),
                    classifier.classes(),
                    classifier.featureWidth(),
                    classifier.accuracy(asked),
                    asked.size(),
                    SEED,
                    ClassifierTrainingSpec.VERSION,
                    ClassifierFile.sha256(network));
        }
    }

    private static Optional<Kept> kept(Path place, Dataset taught, StringJoiner remarks) {
        Path file = model(place);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(cardOf(place))) {
            return Optional.empty();
        }
        try {
            ClassifierCard card = readCard(cardOf(place));
            ImportedNetwork network = ClassifierFile.read(file, taught.shape(), taught.classCount());
            if (!ClassifierFile.sha256(network).equals(card.sha256())) {
                throw new IOException("its weights are not those of its card");
            }
            return Optional.of(new Kept(card, network));
        } catch (IOException | SpecException e) {
            remarks.add("The classifier kept in %s could not be used (%s) and was trained again."
                    .formatted(file, IoErrorText.of(e)));
            return Optional.empty();
        }
    }

    private static ClassifierCard readCard(Path file) throws IOException {
        if (Files.size(file) > MOST_CARD_BYTES) {
            throw new IOException(file + " is too long to be a card");
        }
        return SpecJson.read(Files.readAllBytes(file), ClassifierCard.class);
    }

    /** If it cannot be kept, what is measured is right all the same. */
    private void keep(Path place, ImportedNetwork network, ClassifierCard card, StringJoiner remarks) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(model(place), out -> ClassifierFile.write(network, out));
            AtomicFile.write(cardOf(place), out -> out.write(SpecJson.write(card)));
        } catch (IOException e) {
            remarks.add("The classifier could not be kept in %s (%s), so the next time it is trained again."
                    .formatted(folder, IoErrorText.of(e)));
        }
    }

    private static Path model(Path place) {
        return place.resolveSibling(place.getFileName() + ".zip");
    }

    private static Path cardOf(Path place) {
        return place.resolveSibling(place.getFileName() + ".json");
    }

    private static String name(Dataset taught, Task task, ClassifierTrainingSpec recipe) {
        MessageDigest digest = Sha256Digest.digest();
        String settings = "%s|%d|%s|%d|%s|%s|%s"
                .formatted(
                        task,
                        ClassifierTrainingSpec.VERSION,
                        recipe,
                        taught.size(),
                        taught.shape(),
                        taught.classNames(),
                        taught.id());
        digest.update(settings.getBytes(StandardCharsets.UTF_8));
        int looked = Math.min(LOOKED_AT, taught.size());
        float[] picture = new float[taught.shape().size()];
        ByteBuffer bytes = ByteBuffer.allocate((picture.length + 1) * Float.BYTES);
        for (int i = 0; i < looked; i++) {
            int index = (int) ((long) i * taught.size() / looked);
            taught.copyPicture(index, picture, 0);
            bytes.asFloatBuffer().put(picture).put(taught.label(index));
            digest.update(bytes.duplicate());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }
}
