package org.ganvas.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Fingerprint of the samples and labels of a dataset, by which a project recognises the data it was trained on. The first
 * call for a dataset takes up to half a second, later ones nothing. Any thread.
 */
public final class DatasetFingerprint {

    /** Fingerprint of data that is always the same because the program makes it, and of data that is not known. */
    public static final String NONE = "";

    private static final String BUILT_IN = "builtin:";

    /** Numbers that are read; of larger data images at regular distances, but every label. */
    private static final int MAX_NUMBERS = 1 << 24;

    private static final Map<Dataset, String> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private DatasetFingerprint() {}

    /** The fingerprint: 64 hexadecimal digits (SHA-256), or {@link #NONE} for built-in data. */
    public static String of(Dataset data) {
        boolean always = DataPair.parse(data.id())
                .map(DataPair::builtIn)
                .orElse(data.id().startsWith(BUILT_IN));
        return always ? NONE : KNOWN.computeIfAbsent(data, DatasetFingerprint::compute);
    }

    private static String compute(Dataset data) {
        MessageDigest sha = digest();
        update(sha, data);
        data.inputs().ifPresent(inputs -> update(sha, inputs.images()));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void update(MessageDigest sha, Dataset data) {
        ImageShape shape = data.shape();
        int count = data.size();
        sha.update(ByteBuffer.allocate(4 * Integer.BYTES)
                .putInt(count)
                .putInt(shape.channels())
                .putInt(shape.height())
                .putInt(shape.width())
                .flip());
        ByteBuffer labels = ByteBuffer.allocate(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            labels.putInt(data.label(i));
        }
        sha.update(labels.flip());
        if (shape.isPoint()) {
            addPoints(data, sha);
            return;
        }
        float[] pixels = new float[shape.size()];
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Float.BYTES);
        int read = Math.max(1, Math.min(count, MAX_NUMBERS / pixels.length));
        for (int i = 0; i < read; i++) {
            data.copyImage((int) ((long) i * count / read), pixels, 0);
            bytes.clear();
            bytes.asFloatBuffer().put(pixels);
            sha.update(bytes);
        }
    }

    /** The user's own numbers, which no transform changes. */
    private static void addPoints(Dataset data, MessageDigest sha) {
        ByteBuffer point = ByteBuffer.allocate(2 * Double.BYTES);
        for (int i = 0; i < data.size(); i++) {
            point.clear();
            point.putDouble(data.coordinate(i, 0)).putDouble(data.coordinate(i, 1));
            sha.update(point.flip());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
