package org.ganvas.metrics;

import java.util.Locale;

/**
 * Metrics of a classifier's logits for images. The score is the Inception score's formula (Salimans et al. 2016) with a
 * classifier other than Inception: from 1 to the number of classes, and insensitive to variation within a class. Pure
 * functions; any thread.
 */
public final class ClassifierScore {

    private ClassifierScore() {}

    /**
     * Score: exp of the mean KL divergence of each image's class probabilities from their mean.
     *
     * @param logits of each image in turn
     * @param classes number of logits for each image
     */
    public static double of(float[] logits, int classes) {
        int count = count(logits, classes);
        double[] mean = new double[classes];
        double negativeEntropy = 0;
        for (int i = 0; i < count; i++) {
            double[] logs = logProbabilities(logits, classes, i);
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(logs[k]);
                mean[k] += probability / count;
                negativeEntropy += timesLog(probability, logs[k]) / count;
            }
        }
        for (int k = 0; k < classes; k++) {
            negativeEntropy -= timesLog(mean[k], Math.log(mean[k]));
        }
        return Math.exp(negativeEntropy);
    }

    /** Share of images whose predicted class has a probability above a bound. */
    public static double confidentShare(float[] logits, int classes, double bound) {
        int count = count(logits, classes);
        int confident = 0;
        for (int i = 0; i < count; i++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (double log : logProbabilities(logits, classes, i)) {
                greatest = Math.max(greatest, log);
            }
            confident += Math.exp(greatest) > bound ? 1 : 0;
        }
        return (double) confident / count;
    }

    /** Most probable class of each image. */
    public static int[] predictedClasses(float[] logits, int classes) {
        int[] predicted = new int[count(logits, classes)];
        for (int i = 0; i < predicted.length; i++) {
            for (int k = 1; k < classes; k++) {
                if (logits[i * classes + k] > logits[i * classes + predicted[i]]) {
                    predicted[i] = k;
                }
            }
        }
        return predicted;
    }

    private static int count(float[] logits, int classes) {
        if (classes < 1 || logits.length == 0 || logits.length % classes != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d logits are not those of images and %d classes", logits.length, classes));
        }
        return logits.length / classes;
    }

    private static double timesLog(double probability, double log) {
        return probability == 0 ? 0 : probability * log;
    }

    private static double[] logProbabilities(float[] logits, int classes, int image) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            greatest = Math.max(greatest, logits[image * classes + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(logits[image * classes + k] - greatest);
        }
        double[] logs = new double[classes];
        for (int k = 0; k < classes; k++) {
            logs[k] = logits[image * classes + k] - greatest - Math.log(sum);
        }
        return logs;
    }
}
