package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ImageTestFiles;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What folders mean, and that it is said. */
class FolderLayoutTest {

    private static final ImageShape GREY = new ImageShape(1, 2, 2);

    @TempDir
    private Path folder;

    @Test
    void aStrayImageBesideClassFoldersDoesNotTakeTheClassesAway() throws DataException {
        images("cats", 8);
        images("dogs", 8);
        image("poster.png");
        Dataset set = open();
        assertEquals(List.of("cats", "dogs"), set.classNames());
        assertEquals(16, set.size());
        assertEquals("1 file was left out: poster.png lies in no class folder.", remark(set));
        assertEquals(
                List.of("16 image files.", "The classes are its subfolders."),
                english(set.report().understood()));
    }

    @Test
    void imagesBesideFoldersMeanNoClassesAndItIsSaid() throws DataException {
        images("more", 2);
        images("most", 2);
        image("1.png");
        assertEquals(
                "No classes, because 1 image lies beside the subfolders: move it into subfolders to get classes.",
                remark(open()));
    }

    @Test
    void foldersOfPeopleWithAnAtSignAreClasses() throws DataException {
        images("@anna", 1);
        images("@ben", 1);
        images("@eaDir/thumbnails", 1);
        assertEquals(List.of("@anna", "@ben"), open().classNames());
    }

    @Test
    void trainAndTestAreThePartsOfADataset() throws DataException {
        images("Train/cats", 3);
        images("Train/dogs", 2);
        images("test/dogs", 1);
        images("test/mice", 1);
        images("val/cats", 1);
        Dataset set = open();
        assertEquals(List.of("cats", "dogs"), set.classNames());
        assertEquals(5, set.size());
        assertEquals(
                "The folder 'Train' is for training and 'test' for testing. The folder 'val' is not used.",
                remark(set));
        Dataset test = DatasetRegistry.openTest(folder.toString(), GREY, ProgressListener.NONE)
                .orElseThrow();
        assertEquals(GREY, test.shape());
        assertEquals(List.of("cats", "dogs"), test.classNames());
        assertEquals(1, test.size());
        assertEquals(1, test.label(0));
        assertEquals("1 file was left out: test/mice/0.png lies in no class folder.", remark(test));
    }

    @Test
    void validationImagesAreTheTestWhereThereIsNoOther() throws DataException {
        images("train", 2);
        images("val", 1);
        assertEquals(2, open().size());
        assertEquals(
                1,
                DatasetRegistry.openTest(folder.toString(), GREY, ProgressListener.NONE)
                        .orElseThrow()
                        .size());
    }

    @Test
    void aFolderNamedTestAmongOthersIsAClass() throws DataException {
        images("test", 1);
        images("cats", 1);
        assertEquals(List.of("cats", "test"), open().classNames());
        assertTrue(DatasetRegistry.openTest(folder.toString(), GREY, ProgressListener.NONE)
                .isEmpty());
    }

    @Test
    void classesMayLieBelowSingleFolders() throws DataException {
        images("archive/images/cats", 1);
        images("archive/images/dogs", 1);
        assertEquals(List.of("cats", "dogs"), open().classNames());
    }

    @Test
    void theFirstTenOfManyFilesAreNamedAndAllAreListed() throws DataException {
        image("good.png");
        for (int i = 10; i < 23; i++) {
            ImageTestFiles.bytes(folder.resolve("bad" + i + ".png"), new byte[0]);
        }
        ImageTestFiles.bytes(folder.resolve("phone.HEIC"), new byte[3]);
        Dataset set = open();
        assertEquals(14, set.report().leftOut().size());
        String remark = remark(set);
        assertTrue(
                remark.startsWith(
                        "14 files were left out: phone.HEIC is in the format HEIC, which is not read (convert it"
                                + " to PNG or JPEG), bad10.png is empty, "),
                remark);
        assertTrue(remark.endsWith("bad18.png is empty, and 4 more."), remark);
    }

    @Test
    void aLinkToNothingIsNamed() throws Exception {
        image("good.png");
        java.nio.file.Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nowhere.png"));
        assertEquals("1 file was left out: gone.png is a link to a file that does not exist.", remark(open()));
    }

    private void images(String name, int count) {
        for (int i = 0; i < count; i++) {
            image(name + "/" + i + ".png");
        }
    }

    private void image(String name) {
        ImageTestFiles.plain(folder.resolve(name), 2, 2, 0);
    }

    private Dataset open() throws DataException {
        return DatasetRegistry.open(folder.toString(), GREY, ProgressListener.NONE);
    }

    private static String remark(Dataset set) {
        return set.remark().map(Message::english).orElse("");
    }

    private static List<String> english(List<Message> messages) {
        return messages.stream().map(Message::english).toList();
    }
}
