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
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.Test;

final class MessagesTest {

    private static final Pattern WHOLE_KEY = Pattern.compile("Messages\\.text\\(\\s*\"([A-Za-z][A-Za-z.]+)\"[,)\\s]");
    private static final Pattern TAUGHT = Pattern.compile("Teach\\.about\\([^\"+;]*?\"([A-Za-z][A-Za-z.]+)\"\\)");

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String code : sources()) {
            collect(WHOLE_KEY, code, "", missing);
            collect(TAUGHT, code, ".title", missing);
            collect(TAUGHT, code, ".text", missing);
        }
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

    private static void collect(Pattern pattern, String code, String suffix, Set<String> into) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            into.add(matcher.group(1) + suffix);
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
