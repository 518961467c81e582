package org.ganvas.bench.proof;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;

/** k-nearest-neighbour classifier of digits on pixels, without training. */
final class NearestDigitClassifier {

    static final int KNOWN = 20_000;
    static final int VOTES = 5;

    private static final int TESTED = 200;

    private final float[][] images;
    private final int[] labels;
    private final int classes;

    NearestDigitClassifier(Dataset data) {
        int count = Math.min(KNOWN, data.size());
        images = new float[count][data.shape().size()];
        labels = new int[count];
        for (int i = 0; i < count; i++) {
            data.copyImage(i, images[i], 0);
            labels[i] = data.label(i);
        }
        classes = IntStream.of(labels).max().orElse(0) + 1;
    }

    int digit(float[] image) {
        double[] distances = IntStream.range(0, images.length)
                .mapToDouble(i -> distance(images[i], image))
                .toArray();
        int[] votes = new int[classes];
        IntStream.range(0, images.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(VOTES)
                .forEach(i -> votes[labels[i]]++);
        return IntStream.range(0, classes)
                .boxed()
                .max(Comparator.comparingInt(label -> votes[label]))
                .orElse(0);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** Accuracy on real digits. */
    double accuracy(Dataset held) {
        float[] image = new float[held.shape().size()];
        int right = 0;
        int count = Math.min(TESTED, held.size());
        for (int i = 0; i < count; i++) {
            held.copyImage(i, image, 0);
            right += digit(image) == held.label(i) ? 1 : 0;
        }
        return right / (double) count;
    }
}
