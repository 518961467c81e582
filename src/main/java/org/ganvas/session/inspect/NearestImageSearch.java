package org.ganvas.session.inspect;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.metrics.NearestRealImage;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Searches the data for the picture nearest to one, on a thread of its own for each search, because that takes seconds
 * where a look takes milliseconds. The newest search wins. Started and read by the {@code inside} thread.
 */
final class NearestImageSearch implements AutoCloseable {

    private static final int ENDED = -1;

    private final Dataset data;
    private final NearestRealImage nearest;
    private final Runnable found;
    private final Consumer<Throwable> failed;
    private volatile int wanted;
    private volatile @Nullable NearestImage newest;

    /**
     * @param found called when there is more to {@link #newest}
     * @param failed hears of an error that would otherwise be lost
     */
    NearestImageSearch(Dataset data, Runnable found, Consumer<Throwable> failed) {
        this.data = data;
        this.found = found;
        this.failed = failed;
        nearest = new NearestRealImage(data);
    }

    /** What was found last; null before. */
    @Nullable
    NearestImage newest() {
        return newest;
    }

    /** Whether this search was started. */
    boolean began(int search) {
        return wanted == search;
    }

    /**
     * Gives up the search before, and begins.
     *
     * @param search number of it
     * @param one a grid of the one picture
     */
    void begin(int search, SampleGrid one) {
        wanted = search;
        DaemonThreads.startLowPriority("nearest", () -> run(search, one));
    }

    private void run(int search, SampleGrid one) {
        BooleanSupplier giveUp = () -> wanted != search;
        try {
            synchronized (nearest) {
                NearestRealImage.Found real = nearest.find(one.pixels(), giveUp);
                // The floor takes longer, the first time.
                tell(search, one, real, Double.NaN, giveUp);
                tell(search, one, real, nearest.floor(giveUp), giveUp);
            }
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void tell(int search, SampleGrid one, NearestRealImage.Found real, double floor, BooleanSupplier giveUp) {
        if (real.index() < 0 || giveUp.getAsBoolean()) {
            return;
        }
        float[] near = new float[one.pixels().length];
        data.copyPicture(real.index(), near, 0);
        int label = data.classCount() > 0 ? data.label(real.index()) : -1;
        newest = new NearestImage(
                search, one.step(), one.shape(), one.pixels(), near, real.index(), label, real.distance(), floor);
        found.run();
    }

    @Override
    public void close() {
        wanted = ENDED;
    }
}
