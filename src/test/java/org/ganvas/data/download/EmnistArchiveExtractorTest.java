package org.ganvas.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmnistArchiveExtractorTest {

    private static final int SIDE = SmallDataset.SIDE;

    @TempDir
    private Path folder;

    private Path download(byte[] zip) throws Exception {
        RemoteFile file = new RemoteFile("gzip.zip", zip.length, SmallDataset.md5(zip));
        try (MirrorServer server = new MirrorServer((request, out) -> MirrorServer.good(request, out, zip))) {
            DownloadableDataset set = new DownloadableDataset(
                    "emnist", "EMNIST", "none", "none", List.of(server.address()), List.of(file), true);
            return DatasetDownloader.withTimeout(Map.of(), 1000).download(set, folder, new DownloadListener() {
                @Override
                public void onProgress(long done, long of) {
                    // progress is ignored
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            });
        }
    }

    private static byte[] zip(String without) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("train", "test")) {
                put(zip, part + "-images-idx3-ubyte.gz", lying(3), without);
                put(zip, part + "-labels-idx1-ubyte.gz", SmallDataset.labels(3), without);
            }
            zip.putNextEntry(new ZipEntry("../outside"));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, String without) throws IOException {
        if (!name.equals(without)) {
            zip.putNextEntry(new ZipEntry("gzip/emnist-balanced-" + name));
            zip.write(content);
        }
    }

    /** One bright pixel, in row 2 and column 5 when the image stands upright. */
    private static byte[] lying(int count) throws IOException {
        byte[] pixels = new byte[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            pixels[i * SIDE * SIDE + 5 * SIDE + 2] = (byte) 255;
        }
        return SmallDataset.gzip(0x0803, new int[] {count, SIDE, SIDE}, pixels);
    }

    @Test
    void imagesAreTurnedUprightAndNoOtherFilesAreUnpacked() throws Exception {
        Path home = download(zip(""));
        Dataset set = DatasetRegistry.open(home.toString(), ProgressListener.NONE);
        assertEquals(3, set.size());
        float[] image = new float[SIDE * SIDE];
        set.copyImage(1, image, 0);
        assertTrue(image[2 * SIDE + 5] > image[5 * SIDE + 2], "the bright pixel is in row 2, column 5");
        try (var files = Files.walk(folder)) {
            assertEquals(4, files.filter(Files::isRegularFile).count(), "the archive is gone, nothing escaped");
        }
    }

    @Test
    void anArchiveThatLacksAFileIsRefused() throws Exception {
        byte[] zip = zip("test-labels-idx1-ubyte.gz");
        String sentence = DataFailure.messageOf(() -> download(zip));
        assertTrue(sentence.contains("lacks gzip/emnist-balanced-test-labels"), sentence);
        assertTrue(Files.notExists(folder.resolve("emnist")));
    }
}
