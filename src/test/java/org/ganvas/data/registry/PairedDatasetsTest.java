package org.ganvas.data.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.TranslationInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedDatasetsTest {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    @TempDir
    Path folder;

    /** An image whose left half has one level of grey and whose right half another. */
    private static void write(Path file, int width, int height, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x < width / 2 ? left : right) * 0x10101);
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static double level(Dataset data, int index) {
        float[] pixels = new float[data.shape().size()];
        data.copyImage(index, pixels, 0);
        return Math.rint((pixels[27] + 1) * 127.5);
    }

    private Dataset open(DataPair pair) throws DataException {
        return DatasetRegistry.open(pair.id(), SHAPE, ProgressListener.NONE);
    }

    @Test
    void idsAreReadBackAsTheyWereMade() {
        for (DataPair pair : List.of(
                DataPair.of("/a b", "/c", true),
                DataPair.of("/a", "/c", false),
                DataPair.halves("/a"),
                DataPair.halves("/a").reversed(),
                DataPair.of(DatasetEntry.DOODLES, DatasetEntry.OUTLINES, true))) {
            assertEquals(pair, DataPair.parse(pair.id()).orElseThrow());
        }
        assertTrue(DataPair.parse("/home/me/images").isEmpty());
        assertTrue(DataPair.parse(DatasetEntry.DOODLES).isEmpty());
    }

    @Test
    void filesOfEqualNameArePairsAndOthersAreNamed() throws Exception {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        for (int i = 0; i < 4; i++) {
            write(in.resolve("x/" + i + ".png"), 16, 16, 10 * i, 10 * i);
            write(out.resolve("x/" + i + ".png"), 20, 20, 100 + 10 * i, 100 + 10 * i);
        }
        write(in.resolve("x/0a.png"), 16, 16, 0, 0);
        write(out.resolve("x/single.png"), 16, 16, 0, 0);
        Files.writeString(out.resolve("x/2.png"), "no image");
        Dataset pairs = open(DataPair.of(in.toString(), out.toString(), true));
        TranslationInputs inputs = pairs.inputs().orElseThrow();
        assertTrue(inputs.paired());
        assertEquals(3, pairs.size());
        assertEquals(3, inputs.images().size());
        for (int i = 0; i < 3; i++) {
            assertEquals(level(inputs.images(), i) + 100, level(pairs, i));
        }
        assertEquals(
                "3 pairs: an image of in is to become the one with the same file name in out.",
                pairs.report().understood().get(0).english());
        String remark = pairs.remark().orElseThrow().english();
        assertTrue(remark.contains("2 files have no partner"), remark);
        assertTrue(remark.contains("in/x/0a.png has no partner of the same name"), remark);
        assertTrue(remark.contains("out/x/single.png has no partner of the same name"), remark);
        assertTrue(remark.contains("in/x/2.png has a partner that cannot be read"), remark);
        assertTrue(remark.contains("x/2.png is in no image format"), remark);
    }

    @Test
    void halvesOfOneImageAreAPairInEitherDirection() throws Exception {
        write(folder.resolve("a.png"), 32, 16, 40, 200);
        write(folder.resolve("b.png"), 16, 16, 0, 0);
        write(folder.resolve("c.png"), 60, 30, 50, 210);
        assertFalse(preview(folder.toString()).sideBySide(), "one image is square");
        Dataset pairs = open(DataPair.halves(folder.toString()));
        assertEquals(2, pairs.size());
        assertEquals(200, level(pairs, 0));
        assertEquals(50, level(pairs.inputs().orElseThrow().images(), 1));
        assertTrue(pairs.remark().orElseThrow().english().contains("b.png is not twice as wide as high"));
        Dataset back = open(DataPair.halves(folder.toString()).reversed());
        assertEquals(40, level(back, 0));
        assertEquals(200, level(back.inputs().orElseThrow().images(), 0));
    }

    @Test
    void independentFoldersKeepAllTheirImages() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(folder.resolve("a/" + i + ".png"), 16, 16, 10, 10);
        }
        write(folder.resolve("b/0.png"), 16, 16, 90, 90);
        Dataset both = open(
                DataPair.of(folder.resolve("a").toString(), folder.resolve("b").toString(), false));
        assertEquals(1, both.size());
        assertEquals(5, both.inputs().orElseThrow().images().size());
        assertFalse(both.inputs().orElseThrow().paired());
    }

    @Test
    void foldersWithoutACommonNameAreRefused() throws Exception {
        write(folder.resolve("a/1.png"), 16, 16, 10, 10);
        write(folder.resolve("b/2.png"), 16, 16, 90, 90);
        DataPair pair =
                DataPair.of(folder.resolve("a").toString(), folder.resolve("b").toString(), true);
        String message = assertThrows(DataException.class, () -> open(pair)).getMessage();
        assertTrue(message.startsWith("No file in " + folder.resolve("a") + " has the name of one in"), message);
        DataPair mixed = DataPair.of(DatasetEntry.DOODLES, folder.resolve("b").toString(), true);
        assertTrue(assertThrows(DataException.class, () -> open(mixed))
                .getMessage()
                .contains("pairs need equal numbers"));
    }

    @Test
    void changedInputsChangeTheFingerprint() throws Exception {
        write(folder.resolve("a/1.png"), 16, 16, 10, 10);
        write(folder.resolve("b/1.png"), 16, 16, 90, 90);
        DataPair pair =
                DataPair.of(folder.resolve("a").toString(), folder.resolve("b").toString(), true);
        String before = DatasetFingerprint.of(open(pair));
        assertEquals(before, DatasetFingerprint.of(open(pair)));
        write(folder.resolve("a/1.png"), 16, 16, 11, 11);
        assertNotEquals(before, DatasetFingerprint.of(open(pair)));
        DataPair halfBuiltIn = DataPair.of(DatasetEntry.DOODLES, folder.toString(), false);
        assertFalse(halfBuiltIn.builtIn());
    }

    @Test
    void doodlesAndTheirOutlinesAreTheSameHandwriting() throws Exception {
        DataPair pair = DataPair.of(DatasetEntry.DOODLES, DatasetEntry.OUTLINES, true);
        Dataset outlines = DatasetRegistry.open(pair.id(), new ImageShape(1, 28, 28), ProgressListener.NONE);
        Dataset doodles = outlines.inputs().orElseThrow().images();
        assertEquals(DatasetFingerprint.NONE, DatasetFingerprint.of(outlines));
        float[] pen = new float[784];
        float[] outline = new float[784];
        double penOnPen = 0;
        double outlineOnPen = 0;
        for (int i = 0; i < 200; i++) {
            assertEquals(doodles.label(i), outlines.label(i));
            doodles.copyImage(i, pen, 0);
            outlines.copyImage(i, outline, 0);
            for (int p = 0; p < 784; p++) {
                penOnPen += pen[p] > 0 ? 1 : 0;
                outlineOnPen += pen[p] > .9 && outline[p] > 0 ? 1 : 0;
            }
        }
        assertTrue(outlineOnPen < penOnPen / 2, "the line itself is empty: " + outlineOnPen + " of " + penOnPen);
        assertTrue(DatasetRegistry.openTest(pair.id(), new ImageShape(1, 28, 28), ProgressListener.NONE)
                .orElseThrow()
                .inputs()
                .isPresent());
    }

    private static DatasetPreview preview(String id) throws DataException {
        return DatasetPreview.of(id).orElseThrow();
    }

    @Test
    void previewTellsWhetherImagesMayBeTwoAndShowsTheOutputsOfPairs() throws Exception {
        write(folder.resolve("wide/a.png"), 32, 16, 40, 200);
        write(folder.resolve("wide/b.png"), 64, 32, 40, 200);
        write(folder.resolve("square/a.png"), 16, 16, 40, 40);
        String wide = folder.resolve("wide").toString();
        String square = folder.resolve("square").toString();
        assertTrue(preview(wide).sideBySide());
        assertFalse(preview(square).sideBySide());
        assertFalse(preview(DataPair.of(wide, square, true).id()).sideBySide());
        assertEquals(
                new ImageShape(1, 28, 28),
                preview("builtin:doodles|builtin:doodle-outlines").shape());
    }
}
