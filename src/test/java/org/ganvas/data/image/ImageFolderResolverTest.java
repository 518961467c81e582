package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ganvas.data.CifarLocation;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.RecordingProgress;
import org.ganvas.data.decode.ImageTestFiles;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images, as users drop them on the window. */
class ImageFolderResolverTest {

    private static final ImageShape GREY = new ImageShape(1, 4, 4);

    @TempDir
    private Path temporary;

    private Path folder;

    @org.junit.jupiter.api.BeforeEach
    void name() throws IOException {
        folder = Files.createDirectory(temporary.resolve("pets"));
    }

    @Test
    void imagesComeInTheOrderOfTheirNames() throws DataException {
        plain("b.png", 0x202020);
        plain("a.JPG", 0x101010);
        plain("c.gif", 0x303030);
        Dataset set = open(GREY);
        assertEquals("pets", set.name());
        assertEquals(folder.toString(), set.id());
        assertEquals(List.of(), set.classNames());
        assertEquals(GREY, set.shape());
        assertTrue(set.remark().isEmpty());
        assertEquals(List.of(0x10, 0x20, 0x30), levels(set));
    }

    @Test
    void subfoldersAreClasses() throws DataException {
        plain("dogs/1.png", 0xFFFFFF);
        plain("cats/9.png", 0);
        plain("cats/old/8.png", 0x404040);
        ImageTestFiles.bytes(folder.resolve("README.md"), new byte[9]);
        Dataset set = open(GREY);
        assertEquals(List.of("cats", "dogs"), set.classNames());
        assertEquals(List.of(0, 0x40, 255), levels(set));
        assertEquals(List.of(0, 0, 1), List.of(set.label(0), set.label(1), set.label(2)));
    }

    @Test
    void aSingleSubfolderIsNoClass() throws DataException {
        plain("img_align/1.png", 0);
        plain("img_align/2.png", 0);
        assertEquals(List.of(), open(GREY).classNames());
    }

    @Test
    void imagesBesideSubfoldersMakeADatasetWithoutClasses() throws DataException {
        plain("1.png", 0);
        plain("more/2.png", 0);
        plain("most/3.png", 0);
        Dataset set = open(GREY);
        assertEquals(3, set.size());
        assertEquals(List.of(), set.classNames());
    }

    @Test
    void hiddenFilesAreSkipped() throws DataException {
        plain("a.png", 0);
        plain(".hidden.png", 0);
        plain(".thumbnails/b.png", 0);
        plain("__MACOSX/c.png", 0);
        assertEquals(1, open(GREY).size());
    }

    @Test
    void aCircularLinkIsSkipped() throws Exception {
        plain("a/1.png", 0);
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        assertEquals(1, open(GREY).size());
    }

    @Test
    void damagedFilesAreSkippedAndCounted() throws DataException {
        plain("dogs/1.png", 0x111111);
        plain("cats/1.png", 0x222222);
        ImageTestFiles.bytes(folder.resolve("cats/0.png"), new byte[40]);
        ImageTestFiles.bytes(folder.resolve("dogs/0.jpg"), new byte[40]);
        Dataset set = open(GREY);
        assertEquals(List.of(0x22, 0x11), levels(set));
        assertEquals(List.of(0, 1), List.of(set.label(0), set.label(1)));
        assertEquals(
                "2 files were left out: cats/0.png is in no image format, dogs/0.jpg is in no image format.",
                set.remark().orElseThrow().english());
    }

    @Test
    void aFolderOfDamagedFilesIsRefused() {
        ImageTestFiles.bytes(folder.resolve("0.png"), new byte[40]);
        assertEquals(
                "None of the 1 image in " + folder
                        + " can be read (0.png is in no image format): check the files, or choose another folder.",
                DataFailure.messageOf(() -> open(GREY)));
    }

    @Test
    void theShapeIsTheWantedOneOrTheDefault() throws DataException {
        plain("a.png", 0);
        assertEquals(new ImageShape(3, 64, 64), open(new ImageShape(3, 64, 64)).shape());
        assertEquals(new ImageShape(3, 32, 32), open(ImageShape.POINT).shape());
        assertEquals(
                new ImageShape(3, 32, 32),
                DatasetRegistry.open(folder.toString(), ProgressListener.NONE).shape());
    }

    @Test
    void aFolderLargerThanTheMemoryIsRefusedWithSizes() throws DataException {
        plain("a.png", 0);
        plain("b.png", 0);
        ImageFolderIndex index = ImageFolderIndex.of(folder, ProgressListener.NONE);
        ImageShape large = new ImageShape(3, 1024, 1024);
        String sentence = DataFailure.messageOf(
                () -> new ImageFolderReader(index, large, 4 << 20).read("x", ProgressListener.NONE));
        assertTrue(
                sentence.contains("2 images, which as 1024x1024 colour take 7 MB, but data may take 5 MB"), sentence);
    }

    @Test
    void readingReportsProgressAndStopsWhenCancelled() throws DataException {
        for (int i = 0; i < 130; i++) {
            plain(i + ".png", 0);
        }
        RecordingProgress progress = new RecordingProgress();
        DatasetRegistry.open(folder.toString(), GREY, progress);
        assertEquals(List.of(64 / 130.0, 128 / 130.0, 1.0), progress.fractions());
        assertThrows(
                CancellationException.class,
                () -> DatasetRegistry.open(folder.toString(), GREY, new RecordingProgress(1)));
    }

    @Test
    void thereIsNoTestSet() throws DataException {
        plain("a.png", 0);
        assertTrue(DatasetRegistry.openTest(folder.toString(), ProgressListener.NONE)
                .isEmpty());
    }

    @Test
    void thePreviewHasColoursAndClassesWithoutReadingAll() throws DataException {
        plain("cats/1.png", 0x808080);
        plain("dogs/1.png", 0x828080);
        assertEquals(
                new DatasetPreview(new ImageShape(1, 32, 32), 2, false),
                preview().orElseThrow());
        plain("dogs/2.png", 0x80C080);
        assertEquals(
                new DatasetPreview(new ImageShape(3, 32, 32), 2, false),
                preview().orElseThrow());
    }

    @Test
    void thePreviewOfOtherDatasetsHasTheirFixedShape() throws DataException {
        IdxTestFiles.write(folder, "train-images-idx3-ubyte", IdxTestFiles.images(3, 20, 30));
        assertEquals(
                new DatasetPreview(new ImageShape(1, 20, 30), 0, true),
                preview().orElseThrow());
        IdxTestFiles.write(folder, "train-labels-idx1-ubyte", IdxTestFiles.labels(1, 0, 2));
        assertEquals(10, preview().orElseThrow().classes());
        DatasetPreview doodles = DatasetPreview.of(DatasetEntry.DOODLES).orElseThrow();
        Dataset set = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        assertEquals(new DatasetPreview(set.shape(), set.classCount(), true), doodles);
        assertThrows(
                DataException.class,
                () -> DatasetPreview.of(temporary.resolve("nowhere").toString()));
    }

    @Test
    void realImagesAreReadInColour() throws DataException {
        assumeTrue(CifarLocation.find().isPresent(), CifarLocation.MISSING);
        String id = CifarLocation.find().orElseThrow().toString();
        Dataset set = DatasetRegistry.open(id, ProgressListener.NONE);
        assertEquals(List.of("automobile", "horse"), set.classNames());
        assertTrue(set.remark().isEmpty());
        assertEquals(800, set.size());
        assertEquals(3, DatasetPreview.of(id).orElseThrow().shape().channels());
        float[] image = new float[set.shape().size()];
        set.copyImage(799, image, 0);
        assertEquals(1, set.label(799));
        assertTrue(image[0] >= -1 && image[0] <= 1);
    }

    private Optional<DatasetPreview> preview() throws DataException {
        return DatasetPreview.of(folder.toString());
    }

    private void plain(String name, int colour) {
        ImageTestFiles.plain(folder.resolve(name), 8, 8, colour);
    }

    private Dataset open(ImageShape wanted) throws DataException {
        return DatasetRegistry.open(folder.toString(), wanted, ProgressListener.NONE);
    }

    /** The first pixel of each image, 0 to 255. */
    private static List<Integer> levels(Dataset set) {
        float[] image = new float[set.shape().size()];
        return java.util.stream.IntStream.range(0, set.size())
                .mapToObj(i -> {
                    set.copyImage(i, image, 0);
                    return Math.round((image[0] + 1) * 127.5f);
                })
                .toList();
    }
}
