package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFingerprintTest {

    @TempDir
    private Path folder;

    private static void image(Path file, int gray) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, gray);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private Path images(String name, int... grays) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < grays.length; i++) {
            image(place.resolve(i + ".png"), grays[i]);
        }
        return place;
    }

    private static String fingerprint(Path data) throws DataException {
        return DatasetFingerprint.of(DatasetRegistry.open(data.toString(), ProgressListener.NONE));
    }

    @Test
    void theSameImagesElsewhereHaveTheSameFingerprint() throws Exception {
        String here = fingerprint(images("a", 10, 20, 30));
        assertEquals(here, fingerprint(images("b", 10, 20, 30)));
        assertEquals(64, here.length());
    }

    @Test
    void otherImagesOfTheSameNumberHaveAnother() throws Exception {
        String here = fingerprint(images("a", 10, 20, 30));
        assertNotEquals(here, fingerprint(images("b", 10, 20, 31)));
        assertNotEquals(here, fingerprint(images("c", 20, 10, 30)));
        assertNotEquals(here, fingerprint(images("d", 10, 20)));
    }

    @Test
    void labelsThatChangedPlacesHaveAnother() throws Exception {
        images("a/cats", 10, 20);
        images("a/dogs", 30, 40);
        images("b/cats", 10);
        image(images("b/dogs", 30, 40).resolve("9.png"), 20);
        String one = fingerprint(folder.resolve("a"));
        assertNotEquals(one, fingerprint(folder.resolve("b")));
        // A renamed folder changes its place in the order of labels.
        Files.move(folder.resolve("a/cats"), folder.resolve("a/felines"));
        assertNotEquals(one, fingerprint(folder.resolve("a")));
    }

    @Test
    void builtInDataNeedsNone() throws Exception {
        assertEquals(
                DatasetFingerprint.NONE,
                DatasetFingerprint.of(DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE)));
    }
}
