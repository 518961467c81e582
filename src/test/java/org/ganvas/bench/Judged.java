package org.ganvas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What the classifier says of a generator.
 *
 * @param raw Fréchet distance of its features where the weights as they are draw
 * @param averaged where their averages draw
 * @param floor of both: real pictures against real ones
 * @param score classifier score of the better of both
 * @param sure share of its pictures with a class above 0.9
 */
record Judged(double raw, double averaged, double floor, double score, double sure) {

    static Judged of(JsonNode raw, JsonNode averaged) {
        double ofRaw = frechet(raw, "value");
        double ofAverage = frechet(averaged, "value");
        JsonNode better = ofRaw < ofAverage ? raw : averaged;
        return new Judged(
                ofRaw,
                ofAverage,
                frechet(better, "floor"),
                MeasuredRun.value(better, "classifier_score", "value"),
                MeasuredRun.value(better, "sure", "value"));
    }

    private static double frechet(JsonNode metrics, String which) {
        return MeasuredRun.value(metrics, "classifier_frechet", which);
    }

    double better() {
        return Math.min(raw, averaged);
    }

    /** Fields of a line of the kept table behind a row's name and steps. */
    String fields() {
        return String.format(Locale.ROOT, "%.2f;%.2f;%.3f;%.2f;%.3f", raw, averaged, floor, score, sure);
    }

    static Judged parse(String fields) {
        String[] parts = fields.split(";", -1);
        return new Judged(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }
}
