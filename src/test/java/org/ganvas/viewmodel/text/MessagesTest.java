package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.Test;

final class MessagesTest {

    private static final Pattern WHOLE_KEY = Pattern.compile("Messages\\.text\\(\\s*\"([A-Za-z][A-Za-z.]+)\"[,)\\s]");

    /** The key of a help text, not one of a text within the node that it is about. */
    private static final Pattern EXPLAINED =
            Pattern.compile("HelpTooltips\\.about\\((?:[^\"+;]|(?<=Messages\\.text\\()\"[^\"]*\")*?"
                    + "(?<!Messages\\.text\\()\"([A-Za-z][A-Za-z.]+)\"\\s*[,)]");

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        Set<String> shown = new TreeSet<>();
        Set<String> explained = new TreeSet<>();
        for (String code : sources()) {
            collect(WHOLE_KEY, code, shown);
            collect(EXPLAINED, code, explained);
        }
        assertTrue(shown.size() > 200, "found " + shown.size());
        assertTrue(explained.size() > 50, "found " + explained.size());
        Set<String> missing = new TreeSet<>(shown);
        explained.forEach(key -> missing.addAll(List.of(key + ".title", key + ".text")));
        // A key that ends in a dot is completed by the name of a constant; the test below checks those.
        missing.removeIf(key -> key.endsWith(".") || Messages.has(key));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyStateLossAndScalarHasATextForItsName() {
        for (RunState state : RunState.values()) {
            assertTrue(Messages.has("state." + state.name().toLowerCase(Locale.ROOT)), state.name());
        }
        for (LossSpec loss : LossSpec.values()) {
            assertTrue(Messages.has("loss." + loss.name() + ".formula"), loss.name());
        }
        for (TrainingScalar metric : TrainingScalar.values()) {
            assertTrue(Messages.has("scalar." + metric.name() + ".text"), metric.name());
        }
    }

    @Test
    void argumentsAreFilledInAndApostrophesStay() {
        assertEquals("step 1,204", Messages.text("samples.step", "1,204"));
        assertTrue(Messages.text("rate.generator.text").contains("generator's"));
        assertFalse(Messages.text("recovery.delete.detail", "12").contains("{"));
    }

    private static void collect(Pattern pattern, String code, Set<String> into) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ganvas"))) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> codes = new ArrayList<>();
            for (Path file : all) {
                codes.add(Files.readString(file));
            }
            return codes;
        }
    }
}
