package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.RecordingProgress;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistFileFinderTest {

    private static final List<String> TEN = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final String SUPPORTED_PATHS =
            "choose a folder of images (JPEG, PNG, TIFF, WebP, GIF, BMP) or one with"
                    + " train-images-idx3-ubyte (MNIST and its like).";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("digits"));
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, train-labels-idx1-ubyte",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "train-images.idx3-ubyte.gz, train-labels.idx1-ubyte.gz",
        "train-images.idx3-ubyte, train-labels-idx1-ubyte.gz"
    })
    void aFolderIsOpenedUnderEveryUsualName(String images, String labels) throws DataException {
        put(images, IdxTestFiles.images(3, 28, 28));
        put(labels, IdxTestFiles.labels(7, 0, 9));

        Dataset set = open(folder);

        assertEquals(folder.toString(), set.id());
        assertEquals("digits (train)", set.name());
        assertEquals(3, set.size());
        assertEquals(new ImageShape(1, 28, 28), set.shape());
        assertEquals(TEN, set.classNames());
        assertEquals(List.of(7, 0, 9), List.of(set.label(0), set.label(1), set.label(2)));
    }

    @Test
    void theTestSetIsFoundBesideTheTrainingSet() throws DataException {
        put("train-images-idx3-ubyte", IdxTestFiles.images(3, 28, 28));
        Path images = put("t10k-images-idx3-ubyte", IdxTestFiles.gzip(IdxTestFiles.images(2, 28, 28)));
        put("t10k-labels-idx1-ubyte", IdxTestFiles.labels(4, 5));

        Dataset test = openTest(folder);

        assertEquals("digits (t10k)", test.name());
        assertEquals(2, test.size());
        assertEquals(5, test.label(1));
        assertEquals(images.toString(), test.id());
        assertEquals(2, open(images).size());
        assertEquals(2, openTest(folder.resolve("train-images-idx3-ubyte")).size());
    }

    @Test
    void aTestSetAloneIsOpenedUnderItsOwnName() throws DataException {
        put("t10k-images-idx3-ubyte", IdxTestFiles.images(2, 28, 28));

        assertEquals("digits (t10k)", open(folder).name());
        assertTrue(DatasetRegistry.openTest(folder.toString(), ProgressListener.NONE)
                .isEmpty());
    }

    @Test
    void imagesWithoutLabelsHaveNoClasses() throws DataException {
        put("train-images-idx3-ubyte", IdxTestFiles.images(2, 20, 30));

        Dataset set = open(folder);

        assertEquals(List.of(), set.classNames());
        assertEquals(0, set.classCount());
        assertEquals(0, set.label(1));
        assertEquals(new ImageShape(1, 20, 30), set.shape());
        assertTrue(DatasetRegistry.openTest(folder.toString(), ProgressListener.NONE)
                .isEmpty());
    }

    @Test
    void lettersAreNamedAndBeginWithTheFirst() throws DataException {
        Path images = put("emnist-letters-train-images-idx3-ubyte", IdxTestFiles.images(2, 28, 28));
        put("emnist-letters-train-labels-idx1-ubyte", IdxTestFiles.labels(26, 1));

        Dataset set = open(images);

        assertEquals(26, set.classCount());
        assertEquals("Z", set.classNames().get(set.label(0)));
        assertEquals("A", set.classNames().get(set.label(1)));
        assertEquals("digits (letters, train)", set.name());
        assertEquals(images.toString(), set.id());
    }

    @Test
    void fewLabelsStillGiveTenClasses() throws DataException {
        put("train-images-idx3-ubyte", IdxTestFiles.images(2, 28, 28));
        put("train-labels-idx1-ubyte", IdxTestFiles.labels(1, 0));

        assertEquals(TEN, open(folder).classNames());
    }

    @Test
    void aFolderWithTheNameOfAFileIsIgnored() throws DataException, IOException {
        Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));
        put("train-images.idx3-ubyte", IdxTestFiles.images(2, 28, 28));

        assertEquals(2, open(folder).size());
    }

    @Test
    void aFileOfAnyNameIsReadWithoutLabels() throws DataException {
        Path file = put("mine.bin", IdxTestFiles.images(2, 28, 28));

        assertEquals("mine.bin", open(file).name());
        assertEquals(0, open(file).classCount());
    }

    @Test
    void progressRunsOnceForImagesAndLabels() throws DataException {
        put("train-images-idx3-ubyte", IdxTestFiles.images(5, 700, 700));
        put("train-labels-idx1-ubyte", IdxTestFiles.labels(1, 2, 3, 4, 5));
        RecordingProgress progress = new RecordingProgress();
        DatasetRegistry.open(folder.toString(), progress);

        assertEquals(progress.fractions().stream().sorted().toList(), progress.fractions());
        assertEquals(1, progress.fractions().stream().filter(at -> at == 1).count());
    }

    @Test
    void openingStopsBetweenImagesAndLabelsWhenCancelled() {
        put("train-images-idx3-ubyte", IdxTestFiles.images(5, 28, 28));
        put("train-labels-idx1-ubyte", IdxTestFiles.labels(1, 2, 3, 4, 5));

        assertThrows(
                CancellationException.class, () -> DatasetRegistry.open(folder.toString(), new RecordingProgress(1)));
    }

    @Test
    void countsThatDifferAreNamed() {
        Path images = put("train-images-idx3-ubyte", IdxTestFiles.images(3, 28, 28));
        Path labels = put("train-labels-idx1-ubyte", IdxTestFiles.labels(7, 0));

        assertEquals(
                images + " holds 3 images and " + labels + " 2 labels, so they do not belong together: copy or"
                        + " download both again.",
                sentence(folder));
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("nowhere");

        assertEquals(missing + " does not exist: check the path, or " + SUPPORTED_PATHS, sentence(missing));
    }

    @Test
    void anEmptyFolderIsNamed() {
        assertEquals(folder + " is empty: " + SUPPORTED_PATHS, sentence(folder));
    }

    @Test
    void aFolderWithoutUsableFilesIsNamed() {
        put("notes.txt", new byte[3]);

        assertEquals(folder + " holds no readable images: " + SUPPORTED_PATHS, sentence(folder));
    }

    @Test
    void unsupportedImageFormatsAreNamed() {
        put("cat.HEIC", new byte[3]);

        assertEquals(
                folder + " holds images in formats that are not read (HEIC): convert them to PNG or JPEG.",
                sentence(folder));
    }

    @Test
    void aSingleImageIsAnsweredWithAHintAtItsFolder() {
        Path image = put("cat.jpg", new byte[3]);

        assertEquals(image + " is a single image: choose the folder that holds it and others.", sentence(image));
    }

    @Test
    void otherIdxFilesAreSuggestedByName() {
        Path other = put("digits-images-idx3-ubyte.gz", new byte[3]);

        assertEquals(
                folder + " holds no training images under their usual name: choose one of its files, for example "
                        + other + ".",
                sentence(folder));
    }

    private Path put(String name, byte[] content) {
        boolean compress = name.endsWith(".gz");
        return IdxTestFiles.write(folder, name, compress ? IdxTestFiles.gzip(content) : content);
    }

    private static Dataset open(Path path) throws DataException {
        return DatasetRegistry.open(path.toString(), ProgressListener.NONE);
    }

    private static Dataset openTest(Path path) throws DataException {
        return DatasetRegistry.openTest(path.toString(), ProgressListener.NONE).orElseThrow();
    }

    private static String sentence(Path path) {
        return DataFailure.messageOf(() -> open(path));
    }
}
