package org.ganvas.metrics;

/**
 * What a classifier's answers say about pictures. The score is the Inception score's formula (Salimans et al. 2016) with a
 * classifier of one's own: from 1 to the number of classes, and blind to whether pictures of a class differ. Pure
 * functions, any thread.
 */
public final class ClassifierScore {

    private ClassifierScore() {}

    /**
     * exp of the mean KL from each picture's probabilities to their mean.
     *
     * @param logits of each picture in turn
     * @param classes logits a picture
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

    /** Share of pictures whose likeliest class has a probability above a bound. */
    public static double confidentShare(float[] logits, int classes, double bound) {
        int count = count(logits, classes);
        int sure = 0;
        for (int i = 0; i < count; i++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (double log : logProbabilities(logits, classes, i)) {
                greatest = Math.max(greatest, log);
            }
            sure += Math.exp(greatest) > bound ? 1 : 0;
        }
        return (double) sure / count;
    }

    /** The likeliest class of each picture. */
    public static int[] predictedClasses(float[] logits, int classes) {
        int[] likeliest = new int[count(logits, classes)];
        for (int i = 0; i < likeliest.length; i++) {
            for (int k = 1; k < classes; k++) {
                if (logits[i * classes + k] > logits[i * classes + likeliest[i]]) {
                    likeliest[i] = k;
                }
            }
        }
        return likeliest;
    }

    private static int count(float[] logits, int classes) {
        if (classes < 1 || logits.length == 0 || logits.length % classes != 0) {
            throw new IllegalArgumentException(
                    "%d logits are not those of pictures and %d classes".formatted(logits.length, classes));
        }
        return logits.length / classes;
    }

    private static double timesLog(double probability, double log) {
        return probability == 0 ? 0 : probability * log;
    }

    private static double[] logProbabilities(float[] logits, int classes, int picture) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            greatest = Math.max(greatest, logits[picture * classes + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(logits[picture * classes + k] - greatest);
        }
        double[] logs = new double[classes];
        for (int k = 0; k < classes; k++) {
            logs[k] = logits[picture * classes + k] - greatest - Math.log(sum);
        }
        return logs;
    }
}
