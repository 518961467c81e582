package org.ganvas.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines of one chart differ by more than their colour, in the chart and in its legend. */
class DashTest {

    private static final List<String> ACTORS = List.of("generator", "discriminator", "real");
    private static final List<String> METRICS = List.of("metric0", "metric1", "metric2", "metric3");

    @Test
    void actorsDifferByTheirDashes() throws IOException {
        assertEquals(
                ACTORS.size(),
                dashes(".dataset.trace.smooth.", "-fx-line-dash-array", ACTORS).size());
        assertEquals(
                ACTORS.size(),
                dashes(".legend-line.", "-fx-stroke-dash-array", ACTORS).size());
    }

    @Test
    void consecutiveMetricsDifferByTheirDashes() throws IOException {
        assertEquals(
                METRICS.size(),
                dashes(".dataset.trace.smooth.", "-fx-line-dash-array", METRICS).size());
        assertEquals(
                METRICS.size(),
                dashes(".legend-line.", "-fx-stroke-dash-array", METRICS).size());
    }

    /** Dash pattern of each class in the style sheet; solid where there is none. */
    private static Set<String> dashes(String selector, String property, List<String> names) throws IOException {
        Set<String> all = new TreeSet<>();
        String sheet = new String(
                DashTest.class.getResourceAsStream("/css/ganvas.css").readAllBytes(), StandardCharsets.UTF_8);
        for (String name : names) {
            Matcher rule = Pattern.compile(
                            Pattern.quote(selector + name) + "\\b[^{}]*\\{[^}]*" + property + ": ([\\d ]+);")
                    .matcher(sheet);
            all.add(rule.find() ? rule.group(1) : "solid");
        }
        return all;
    }
}
