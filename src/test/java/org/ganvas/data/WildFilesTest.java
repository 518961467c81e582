package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders as spreadsheets, downloads, version control and file managers leave them. */
class WildFilesTest {

    @TempDir
    private Path folder;

    private Dataset open(Path path) throws DataException {
        return DatasetRegistry.open(path.toString(), ProgressListener.NONE);
    }

    private String points(String text) throws Exception {
        Dataset set = open(Files.writeString(folder.resolve("p.csv"), text));
        return IntStream.range(0, 2 * set.size())
                .mapToObj(i -> CoordinateText.exact(set.coordinate(i / 2, i % 2)))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y,\n1200.5,3\n7,-4,\n",
                "1200.5,3,,,\n7,-4,,,\n",
                "x;y;\n1200,5;3;\n7;-4;\n",
                "x|y\n1200.5|3\n7|-4\n",
                ",x,y\n0,1200.5,3\n1,7,-4\n",
                "\"\",\"x\",\"y\"\n\"0\",1200.5,3\n\"1\",7,-4\n",
                "x;y\n1.200,5;3\n7;-4\n",
                "\"1,200.5\",3\n7,-4\n",
                "x;y\n1\u00A0200,5;3\n7;-4\n",
                "x;y\n1\u202F200,5;3\n7;-4\n",
                "x;y\n1'200.5;3\n7;-4\n",
                "x\ty\n1\u2019200.5\t3\n7\t\u22124\n",
                "% MATLAB\n1200.5 3\n7 -4\n",
                "// C\n1200.5, 3\n7, -4\n"
            })
    void tablesOfSpreadsheetsAndProgramsAreRead(String text) throws Exception {
        assertEquals("1200.5 3 7 -4", points(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3\n4,5,6\n",
                "a,x,y\n0,1,2\n",
                "\"1,200\",3\n1,2\n",
                "0x10,2\n1,2\n",
                "Inf,2\n1,2\n",
                ",,\n1,2\n"
            })
    void whatIsAmbiguousIsRefused(String text) {
        String told = DataFailure.messageOf(() -> points(text));
        assertTrue(told.contains("columns in line") || told.contains("not a usable number"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "d.npy, 934E554D50590100, is a NumPy file",
        "d.npz, 504B0304, is a NumPy file",
        "d.xlsx, 504B0304, is a spreadsheet file",
        "d.h5, 894844460D0A1A0A, is a HDF5 file",
        "d.parquet, 50415231, is a Parquet file",
        "d.pkl, 80049500, is a Python pickle file",
        "d.zip, 504B0304, is an archive: unpack it",
        "d.7z, 377ABCAF271C, is an archive: unpack it",
        "d.bin, 41424344, is not an IDX file"
    })
    void dataInAnotherFormatIsNamed(String name, String bytes, String told) throws IOException {
        Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(bytes));
        String message = DataFailure.messageOf(() -> open(file));
        assertTrue(message.contains(told), message);
    }

    private void image(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    }

    private void text(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String report(Dataset set) {
        return set.remark().map(Message::english).orElse("");
    }

    @Test
    void downloadsThatFailedSayWhatToDo() throws Exception {
        image("a.png");
        text("page.jpg", "<!DOCTYPE html><html>404 Not Found</html>");
        text("pointer.png", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");
        text("part.png", "");
        String told = report(open(folder));
        assertTrue(told.contains("page.jpg is a web page and no image (the download failed"), told);
        assertTrue(told.contains("pointer.png is a placeholder of Git LFS (fetch the files with git lfs pull)"), told);
        assertTrue(told.contains("part.png is empty"), told);
    }

    @Test
    void aFolderOfAClassWithoutImagesIsTold() throws Exception {
        image("cat/a.png");
        image("dog/b.png");
        Files.createDirectories(folder.resolve("empty"));
        text("words/readme.md", "no image");
        Dataset set = open(folder);
        assertEquals(List.of("cat", "dog"), set.classNames());
        assertTrue(report(set).contains("The folder empty holds no images, so it is no class."), report(set));
        assertTrue(report(set).contains("The folder words holds no images"), report(set));
    }

    @Test
    void classesThatDifferInCaseOnlyAreTold() throws Exception {
        image("Cat/a.png");
        image("cat/b.png");
        image("dog/c.png");
        assumeTrue(!Files.exists(folder.resolve("DOG")), "skipped: this file system does not distinguish such names");
        String told = report(open(folder));
        assertTrue(told.contains("The classes Cat and cat differ only in upper and lower case"), told);
    }

    @Test
    void whatSystemsLeaveInFoldersIsNotMentioned() throws Exception {
        image("a.png");
        image("B.PNG");
        text("Thumbs.db", "\u00D0\u00CF\u0011\u00E0");
        text(".DS_Store", "\0\0\0\1Bud1");
        text("._a.png", "\0\5\u0016\7");
        text("__MACOSX/._a.png", "\0\5\u0016\7");
        text("desktop.ini", "[.ShellClassInfo]");
        Dataset set = open(folder);
        assertEquals(2, set.size());
        assertEquals("", report(set));
    }

    @Test
    void aLoopOfLinksEnds() throws Exception {
        image("a/1.png");
        image("b/2.png");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("b/link.png"), folder.resolve("b/2.png"));
        Dataset set = open(folder);
        assertEquals(3, set.size());
        assertFalse(report(set).contains("up"), report(set));
    }
}
