package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.session.doctor.LiveFix;
import org.junit.jupiter.api.Test;

final class SettingWordsTest {

    private static final Pattern UNDO = Pattern.compile("new UndoKey\\(\\s*\"([A-Za-z.]+)\"[,\\s]");

    private static final Map<String, String> ENGLISH = Messages.read(Locale.ENGLISH);
    private static final Map<String, String> CHINESE = Messages.read(Locale.SIMPLIFIED_CHINESE);

    private static void requireWords(String key) {
        assertTrue(ENGLISH.containsKey(key), "English: " + key);
        // Where a language lacks a text the English one stands in.
        assertNotEquals(ENGLISH.get(key), CHINESE.get(key), "Chinese: " + key);
    }

    @Test
    void everySettingHasItsNameInBothLanguages() {
        for (Setting<?> setting : SettingRegistry.all()) {
            requireWords("change." + setting.key());
        }
    }

    @Test
    void everyUndoneChangeHasItsNameInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ganvas/viewmodel"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = UNDO.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        // A key that ends in a dot is put together; its endings are tried below and above.
        keys.removeIf(key -> key.endsWith("."));
        assertTrue(keys.size() > 8, keys.toString());
        keys.forEach(SettingWordsTest::requireWords);
        for (LiveFix fix : LiveFix.values()) {
            requireWords("doctor.fix." + fix);
        }
    }
}
