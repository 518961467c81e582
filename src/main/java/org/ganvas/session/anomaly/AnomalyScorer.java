package org.ganvas.session.anomaly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.DoubleConsumer;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.metrics.RocArea;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.SearchBudget;
import org.jspecify.annotations.Nullable;

/**
 * Scorer of images for the window: it keeps the images that no network was trained on, because reading them may take
 * seconds. One thread at a time.
 */
public final class AnomalyScorer {

    /** Highest scores that are kept with their images. */
    public static final int KEPT = 24;

    private static final int REFERENCES = 500;
    private static final int OTHERS = 1000;
    private static final int FILES = 2000;
    private static final long ORDER = 1;

    private @Nullable Dataset known;
    private @Nullable Dataset normal;
    private @Nullable Dataset strange;

    /** Images to rate. */
    public sealed interface Query {}

    /** Images of the data that no network was trained on. */
    public record Unseen() implements Query {}

    /**
     * An image file, or a folder of images.
     *
     * @param place the file or folder
     */
    public record Stored(Path place) implements Query {}

    /**
     * One image.
     *
     * @param pixels channel by channel, in [-1, 1]
     */
    public record One(float[] pixels) implements Query {}

    /**
     * Where normal images come from.
     *
     * @param data of the run
     * @param seed of the run
     */
    public record Origin(Dataset data, long seed) {}

    /**
     * Scores images.
     *
     * @param generator with the weights of all networks
     * @param origin of normal images; null where the data is not at hand
     * @throws SpecException if files or data cannot be read, or the arrays do not fit
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public AnomalyReport score(
            AnalyzedGenerator generator,
            @Nullable Origin origin,
            Query query,
            SearchBudget budget,
            DoubleConsumer progress) {
        ProgressListener throttled = new ProgressListener() {
            @Override
            public void report(double fraction) {
                progress.accept(fraction / 2);
                budget.throttle();
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        try (ImageScorer scorer = new ImageScorer(generator.spec(), generator.state())) {
            if (origin != null) {
                prepare(generator.spec(), origin);
            }
            Dataset held = origin == null ? null : normal;
            AnomalyReference reference = held == null ? null : scorer.reference(held, REFERENCES, throttled);
            return answer(scorer, query, reference, budget, progress);
        } catch (DataException e) {
            throw new SpecException(e.message(), e);
        }
    }

    private void prepare(GanSpec spec, Origin origin) throws DataException {
        if (known == origin.data()) {
            return;
        }
        Dataset data = origin.data();
        List<Dataset> parts = NormalImages.unseen(
                spec,
                data,
                DatasetRegistry.openTest(data.id(), spec.image(), ProgressListener.NONE)
                        .filter(test -> test.shape().equals(spec.image()) && test.classCount() == data.classCount()),
                origin.seed());
        normal = DatasetSubset.shuffled(NormalImages.of(spec, parts.get(0)), ORDER);
        strange = strange(spec, parts);
        known = data;
    }

    private static @Nullable Dataset strange(GanSpec spec, List<Dataset> parts) {
        Dataset last = parts.get(parts.size() - 1);
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            if (!NormalImages.isNormal(spec, last.label(i))) {
                members.add(i);
            }
        }
        return members.isEmpty()
                ? null
                : DatasetSubset.shuffled(
                        new DatasetSubset(
                                last, members.stream().mapToInt(i -> i).toArray()),
                        ORDER);
    }

    /** The highest scores so far. */
    private static final class Highest {
        private final PriorityQueue<ScoredImage> kept =
                new PriorityQueue<>(Comparator.comparingDouble(ScoredImage::score));
        private int count;

        void add(ScoredImage image) {
            count++;
            kept.add(image);
            if (kept.size() > KEPT) {
                kept.poll();
            }
        }

        AnomalyReport report(int unreadable, @Nullable AnomalyReference reference, double[] others) {
            List<ScoredImage> sorted = new ArrayList<>(kept);
            sorted.sort(Comparator.comparingDouble((ScoredImage one) -> -one.score()));
            double area = reference == null ? Double.NaN : RocArea.of(reference.scores(), others);
            return new AnomalyReport(sorted, count, unreadable, reference, others, area);
        }
    }

    private AnomalyReport answer(
            ImageScorer scorer,
            Query query,
            @Nullable AnomalyReference reference,
            SearchBudget budget,
            DoubleConsumer progress)
            throws DataException {
        Highest highest = new Highest();
        if (query instanceof One one) {
            highest.add(scorer.score("", -1, one.pixels()));
            return highest.report(0, reference, new double[0]);
        }
        if (query instanceof Stored files) {
            int unreadable = files(scorer, files.place(), highest, budget, progress);
            return highest.report(unreadable, reference, new double[0]);
        }
        Dataset first = normal;
        if (first == null) {
            throw new SpecException(Message.of("session.anomaly.noData"));
        }
        dataset(scorer, first, REFERENCES, highest, budget);
        Dataset second = strange;
        double[] others = second == null ? new double[0] : dataset(scorer, second, OTHERS, highest, budget);
        progress.accept(1);
        return highest.report(0, reference, others);
    }

    private static double[] dataset(ImageScorer scorer, Dataset data, int most, Highest highest, SearchBudget budget) {
        double[] scores = new double[Math.min(most, data.size())];
        for (int i = 0; i < scores.length; i++) {
            float[] image = new float[data.shape().size()];
            data.copyImage(i, image, 0);
            ScoredImage scored = scorer.score(
                    String.format(Locale.ROOT, "%05d", i), data.classCount() == 0 ? -1 : data.label(i), image);
            scores[i] = scored.score();
            highest.add(scored);
            budget.throttle();
        }
        return scores;
    }

    /** Number of files that cannot be read. */
    private static int files(
            ImageScorer scorer, Path place, Highest highest, SearchBudget budget, DoubleConsumer progress)
            throws DataException {
        List<Path> files = Files.isDirectory(place)
                ? ImageFolderIndex.of(place, ProgressListener.NONE).files()
                : List.of(place);
        int unreadable = 0;
        int most = Math.min(FILES, files.size());
        for (int i = 0; i < most; i++) {
            try {
                float[] image =
                        SingleImageReader.read(files.get(i), scorer.spec().image());
                highest.add(scorer.score(String.valueOf(files.get(i).getFileName()), -1, image));
            } catch (DataException e) {
                if (files.size() == 1) {
                    throw e;
                }
                unreadable++;
            }
            budget.throttle();
            progress.accept((1 + (i + 1.0) / most) / 2);
        }
        if (highest.count == 0) {
            throw new SpecException(Message.of("session.anomaly.noImage", place));
        }
        return unreadable;
    }
}
