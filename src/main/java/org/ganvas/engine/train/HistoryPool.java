package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.state.NamedArray;

/**
 * Images that were generated before, of which a discriminator sees some again in place of new ones, so that it does not
 * forget what the generator did (Shrivastava et al. 2017). Until it is full, every new image is kept and shown; then half of
 * them take the place of kept ones, which are shown instead. The training thread's.
 */
final class HistoryPool {

    private static final String PREFIX = "history/";

    /** Chance that a kept image is shown. */
    private static final double EXCHANGED = 0.5;

    private final long seed;
    private final String name;
    private final int capacity;
    private final int size;
    private final float[] images;
    private int count;

    /**
     * @param seed of the run
     * @param discriminator that sees the images
     * @param capacity images kept at most, at least 1
     * @param size numbers of an image
     */
    HistoryPool(long seed, String discriminator, int capacity, int size) {
        this.seed = seed;
        name = PREFIX + discriminator + "/";
        this.capacity = capacity;
        this.size = size;
        images = new float[Math.multiplyExact(capacity, size)];
    }

    /** A seed for each of several pools of a run. */
    static long seed(long run, int pool) {
        return run + 0x9E3779B97F4A7C15L * pool;
    }

    /**
     * What the discriminator sees in place of new images.
     *
     * @param made [batch, size], which stay as they are
     * @param stream of the random numbers, unique in the run
     */
    Tensor exchange(Tensor made, long stream) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.HISTORY, stream);
        float[] shown = made.toFloats();
        for (int start = 0; start < shown.length; start += size) {
            if (count < capacity) {
                System.arraycopy(shown, start, images, count * size, size);
                count++;
            } else if (random.nextDouble() < EXCHANGED) {
                swap(shown, start, random.nextInt(capacity) * size);
            }
        }
        return Tensor.of(shown, made.type(), made.shape());
    }

    private void swap(float[] shown, int start, int kept) {
        for (int i = 0; i < size; i++) {
            float old = images[kept + i];
            images[kept + i] = shown[start + i];
            shown[start + i] = old;
        }
    }

    List<NamedArray> capture() {
        return List.of(
                new NamedArray(name + "pictures", new long[] {capacity, size}, images.clone()),
                CounterArrays.encode(name + "count", count));
    }

    void restore(TrainerStateReader state) {
        System.arraycopy(state.read(name + "pictures", images.length), 0, images, 0, images.length);
        count = (int) Math.max(0, Math.min(capacity, state.readCount(name + "count", 0)));
    }
}
