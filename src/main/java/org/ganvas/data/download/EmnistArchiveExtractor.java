package org.ganvas.data.download;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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
import org.ganvas.data.FileException;
import org.ganvas.message.Message;

/**
 * Extraction of the balanced part of EMNIST's archive: 112,800 letters and digits in 47 classes, and 18,800 for testing.
 * Its images are stored with rows and columns exchanged; they are turned upright. Used by the downloading thread.
 */
final class EmnistArchiveExtractor {

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

    private EmnistArchiveExtractor() {}

    /** Unpacks the four files into a new folder and returns it. */
    static Path unpack(Path partial, RemoteFile archive, DownloadListener listener) throws IOException {
        Path folder = Files.createDirectories(partial.resolve("complete"));
        try (ZipFile zip = new ZipFile(partial.resolve(archive.name()).toFile())) {
            for (Map.Entry<String, String> name : FILE_NAMES.entrySet()) {
                ZipEntry entry = zip.getEntry(ENTRY_PREFIX + name.getKey());
                if (entry == null) {
                    throw new FileException(Message.of("data.archive.entryMissing", ENTRY_PREFIX + name.getKey()));
                }
                try (InputStream packed = zip.getInputStream(entry)) {
                    copyUpright(packed, folder.resolve(name.getValue()), listener);
                }
            }
        }
        return folder;
    }

    /** Copies one file; its target does not depend on names inside the archive. */
    private static void copyUpright(InputStream packed, Path target, DownloadListener listener) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed)));
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(target))))) {
            int magic = in.readInt();
            int count = in.readInt();
            boolean images = magic == IMAGES_MAGIC && in.readInt() == SIDE && in.readInt() == SIDE;
            if (count < 1 || count > MAX_ITEMS || !images && magic != LABELS_MAGIC) {
                throw new FileException(Message.of("data.archive.wrongFile"));
            }
            out.writeInt(magic);
            out.writeInt(count);
            if (images) {
                out.writeInt(SIDE);
                out.writeInt(SIDE);
                copyImages(in, out, count, listener);
            } else {
                out.write(readExactly(in, count));
            }
        }
    }

    private static void copyImages(DataInputStream in, DataOutputStream out, int count, DownloadListener listener)
            throws IOException {
        byte[] upright = new byte[SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            if (listener.isCancelled()) {
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
            throw new FileException(Message.of("data.archive.truncated"));
        }
        return bytes;
    }
}
