package org.ganvas.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.junit.jupiter.api.Test;

/** Messages of specs exist in both languages, and none without use. */
class SpecMessagesTest {

    private static final Pattern KEY = Pattern.compile("\"(engine\\.spec\\.[A-Za-z.0-9]+)\"");

    private static Set<String> used() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ganvas/engine/spec"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> defined(Locale language) {
        Map<String, String> texts = MessageBundles.read("messages/engine", language);
        return texts.keySet().stream()
                .filter(key -> key.startsWith("engine.spec."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyHasATextAndEveryTextIsUsed() throws IOException {
        assertEquals(used(), defined(Locale.ENGLISH));
        assertTrue(used().size() > 80);
    }

    @Test
    void everySentenceHasAChineseOne() {
        Map<String, String> english = MessageBundles.read("messages/engine", Locale.ENGLISH);
        Map<String, String> chinese = MessageBundles.read("messages/engine", Locale.SIMPLIFIED_CHINESE);
        Pattern chineseWriting = Pattern.compile(".*\\p{IsHan}.*");
        for (String key : defined(Locale.ENGLISH)) {
            boolean name = key.startsWith("engine.spec.layer.") && key.endsWith(".name");
            assertTrue(name || chineseWriting.matcher(chinese.get(key)).matches(), key);
            assertEquals(holes(english.get(key)), holes(chinese.get(key)), key);
        }
    }

    private static Set<String> holes(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void layersOfAllPresetsHaveNamesWithTheirFigures() {
        for (Preset preset : PresetRegistry.all()) {
            for (LayerSpec layer : preset.spec().discriminator().layers()) {
                String name = MessageBundles.text(layer.message(), Locale.SIMPLIFIED_CHINESE);
                assertFalse(name.isBlank() || name.contains("{"), name);
            }
        }
        assertEquals("conv 64 of 4x4, stride 2", new LayerSpec.Conv(64, 4, 2, 1, true).describe());
    }

    @Test
    void reasonsInsideASentenceAreInItsLanguage() {
        NetworkSpec network = new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Reshape(2, 2, 2)));
        Message message = assertThrows(SpecException.class, () -> network.output(LayerShape.row(6)))
                .message();
        assertEquals("Layer 1 (reshape to 2x2x2) cannot take 6: 6 has 6 numbers, 2x2x2 has 8.", message.english());
        assertEquals(
                "第 1 层（变形为 2x2x2）不能接受 6：6 有 6 个数，2x2x2 有 8 个。",
                MessageBundles.text(message, Locale.SIMPLIFIED_CHINESE));
    }
}
