package org.ganvas.data.download;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes the balanced part out of EMNIST's archive: 112,800 letters and digits in 47 classes, and 18,800 held back. Its
 * pictures lie on their side, rows where columns should be; they are turned upright. On the thread that downloads.
 */
final class EmnistArchive {

    private static final String ENTRY_PREFIX = "gzip/emnist-balanced-";
    private static final Map<String, String> FILE_NAMES = Map.of(
            "train-images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz", "train-labels-idx1-ubyte.gz",
            "test-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz",
            "test-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte.gz");

    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;
    private static final int SIDE = 28;
    private static final int MAX_ITEMS = 1_000_000;

    private EmnistArchive() {}

    /** Writes the four files into a folder of their own and returns it. */
    static Path unpack(Path begun, RemoteFile archive, DownloadListener watcher) throws IOException {
        Path folder = Files.createDirectories(begun.resolve("complete"));
        try (ZipFile zip = new ZipFile(begun.resolve(archive.name()).toFile())) {
            for (Map.Entry<String, String> name : FILE_NAMES.entrySet()) {
                ZipEntry entry = zip.getEntry(ENTRY_PREFIX + name.getKey());
                if (entry == null) {
                    throw new IOException("the archive lacks " + ENTRY_PREFIX + name.getKey());
                }
                try (InputStream packed = zip.getInputStream(entry)) {
                    copyUpright(packed, folder.resolve(name.getValue()), watcher);
                }
            }
        }
        return folder;
    }

    /** Copies one file; the names inside the archive decide nothing about where. */
    private static void copyUpright(InputStream packed, Path target, DownloadListener watcher) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed)));
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(target))))) {
            int magic = in.readInt();
            int count = in.readInt();
            boolean pictures = magic == IMAGES_MAGIC && in.readInt() == SIDE && in.readInt() == SIDE;
            if (count < 1 || count > MAX_ITEMS || !pictures && magic != LABELS_MAGIC) {
                throw new IOException("the archive holds a file that is not EMNIST's");
            }
            out.writeInt(magic);
            out.writeInt(count);
            if (pictures) {
                out.writeInt(SIDE);
                out.writeInt(SIDE);
                copyImages(in, out, count, watcher);
            } else {
                out.write(readExactly(in, count));
            }
        }
    }

    private static void copyImages(DataInputStream in, DataOutputStream out, int count, DownloadListener watcher)
            throws IOException {
        byte[] upright = new byte[SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            if (watcher.isCancelled()) {
                throw new CancellationException("The download was cancelled.");
            }
            byte[] lying = readExactly(in, SIDE * SIDE);
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    upright[row * SIDE + column] = lying[column * SIDE + row];
                }
            }
            out.write(upright);
        }
    }

    private static byte[] readExactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("a file in the archive ends early");
        }
        return bytes;
    }
}
