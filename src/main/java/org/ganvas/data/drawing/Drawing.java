package org.ganvas.data.drawing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A drawn distribution of 2-D points: strokes of Gaussian kernels, together a mixture. Immutable; any thread.
 *
 * @param strokes in the order in which they were drawn, none of them empty
 */
public record Drawing(List<List<DrawingKernel>> strokes) {

    /** Nothing drawn. */
    public static final Drawing EMPTY = new Drawing(List.of());

    /** Prefix of the ids of drawn data. */
    public static final String PREFIX = "drawn:";

    /** Most kernels of a drawing. */
    public static final int MOST_KERNELS = 50_000;

    private static final int ID_DIGITS = 16;

    public Drawing {
        strokes = strokes.stream().map(List::copyOf).toList();
        if (strokes.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A stroke has at least one kernel.");
        }
        if (strokes.stream().mapToInt(List::size).sum() > MOST_KERNELS) {
            throw new IllegalArgumentException("A drawing has at most " + MOST_KERNELS + " kernels.");
        }
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** Number of kernels of all strokes. */
    public int size() {
        return strokes.stream().mapToInt(List::size).sum();
    }

    /** Whether so many more kernels fit. */
    public boolean hasRoomFor(int kernels) {
        return size() + kernels <= MOST_KERNELS;
    }

    /** The drawing with one more stroke; itself if the stroke is empty. */
    public Drawing with(List<DrawingKernel> stroke) {
        if (stroke.isEmpty()) {
            return this;
        }
        List<List<DrawingKernel>> more = new ArrayList<>(strokes);
        more.add(stroke);
        return new Drawing(more);
    }

    /**
     * The drawing without every kernel that an eraser touches: kernels go as a whole, so that no thin rest stays. Itself if
     * there is none.
     *
     * @param eraser area of the eraser
     */
    public Drawing without(Eraser eraser) {
        List<List<DrawingKernel>> left = new ArrayList<>();
        boolean touched = false;
        for (List<DrawingKernel> stroke : strokes) {
            List<DrawingKernel> kept =
                    stroke.stream().filter(kernel -> !eraser.touches(kernel)).toList();
            touched |= kept.size() < stroke.size();
            if (!kept.isEmpty()) {
                left.add(kept);
            }
        }
        return touched ? new Drawing(left) : this;
    }

    /** Id of the drawing as a dataset: the same strokes have the same one. */
    public String id() {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256")
                    .digest(DrawingText.write(this).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(sha).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The distribution; refused with an IllegalStateException while nothing is drawn. */
    public KernelMixture mixture() {
        if (isEmpty()) {
            throw new IllegalStateException("Nothing is drawn.");
        }
        return new KernelMixture(strokes.stream().flatMap(List::stream).toList());
    }
}
