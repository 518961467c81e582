package org.ganvas.data.download;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Dataset of a few images in the layout of MNIST, for test servers. */
final class SmallDataset {

    static final int SIDE = 28;
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;

    private final Map<String, byte[]> files = new TreeMap<>();

    SmallDataset() throws IOException {
        add("train", 40);
        add("t10k", 10);
    }

    private void add(String part, int count) throws IOException {
        files.put(part + "-images-idx3-ubyte.gz", images(count));
        files.put(part + "-labels-idx1-ubyte.gz", labels(count));
    }

    /** Pixels that do not compress, so that a file has many blocks to break off in. */
    static byte[] images(int count) throws IOException {
        byte[] pixels = new byte[count * SIDE * SIDE];
        int state = 1;
        for (int i = 0; i < pixels.length; i++) {
            state = state * 1_103_515_245 + 12_345;
            pixels[i] = (byte) (state >> 16);
        }
        return gzip(IMAGES, new int[] {count, SIDE, SIDE}, pixels);
    }

    static byte[] labels(int count) throws IOException {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return gzip(LABELS, new int[] {count}, labels);
    }

    static byte[] gzip(int magic, int[] sizes, byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(magic);
            for (int size : sizes) {
                out.writeInt(size);
            }
            out.write(data);
        }
        return bytes.toByteArray();
    }

    byte[] content(String path) {
        byte[] content = files.get(path.substring(path.lastIndexOf('/') + 1));
        if (content == null) {
            throw new IllegalArgumentException(path);
        }
        return content;
    }

    static boolean isFirst(MirrorServer.Request request) {
        return request.path().contains("t10k-images");
    }

    DownloadableDataset at(String... mirrors) {
        List<RemoteFile> remote = new ArrayList<>();
        files.forEach((name, content) -> remote.add(new RemoteFile(name, content.length, md5(content))));
        return new DownloadableDataset("small", "Small", "none", "none", List.of(mirrors), remote, false);
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether every file lies in a folder as it was published, and nothing else. */
    boolean isComplete(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !java.util.Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                return false;
            }
        }
        try (var all = Files.list(folder)) {
            return all.count() == files.size();
        }
    }
}
