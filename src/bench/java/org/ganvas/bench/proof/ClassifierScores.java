package org.ganvas.bench.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Classifier-based metrics of a generator.
 *
 * @param raw Fréchet distance of classifier features with the raw weights
 * @param averaged the same with the averaged weights (EMA)
 * @param floor of both: real images against real ones
 * @param score classifier score of the better of both
 * @param confident share of its images with a class probability above 0.9
 */
record ClassifierScores(double raw, double averaged, double floor, double score, double confident) {

    static ClassifierScores of(JsonNode raw, JsonNode averaged) {
        double ofRaw = frechet(raw, "value");
        double ofAverage = frechet(averaged, "value");
        JsonNode better = ofRaw < ofAverage ? raw : averaged;
        return new ClassifierScores(
                ofRaw,
                ofAverage,
                frechet(better, "floor"),
                EvaluatedRun.value(better, "classifier_score", "value"),
                EvaluatedRun.value(better, "sure", "value"));
    }

    private static double frechet(JsonNode metrics, String which) {
        return EvaluatedRun.value(metrics, "classifier_frechet", which);
    }

    double better() {
        return Math.min(raw, averaged);
    }

    /** Fields of a line of the stored table after the row's name and steps. */
    String fields() {
        return String.format(Locale.ROOT, "%.2f;%.2f;%.3f;%.2f;%.3f", raw, averaged, floor, score, confident);
    }

    static ClassifierScores parse(String fields) {
        String[] parts = fields.split(";", -1);
        return new ClassifierScores(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }
}
