package org.ganvas.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys in the code and texts in both languages belong together. */
class MessageBundlesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    /** A string literal that can only be a message's key: the bundle, the topic, what happened. */
    private static final Pattern KEY = Pattern.compile(
            "\"(common\\.\\w+|(?:" + String.join("|", MessageBundles.NAMES) + ")(?:\\.[a-z]\\w*){2,})\"");

    private static final Pattern WINDOW = Pattern.compile("ganvas.(view|viewmodel|app)\\b");
    private static final Pattern CREATED = Pattern.compile("Message\\.of\\(\\s*(\"[^\"]*\")?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");

    @Test
    void everyKeyInTheCodeHasATextInBothLanguages() throws IOException {
        Set<String> used = keysInTheCode();
        assertTrue(used.contains("common.list"));
        assertEquals(Set.of(), without(used, own("")), "keys without an English text");
        assertEquals(Set.of(), without(used, own("_zh_CN")), "keys without a Chinese text");
    }

    /** The later of two texts with one key would silently stand for both. */
    @Test
    void noBundleHasAKeyTwice() throws IOException {
        Set<String> twice = new TreeSet<>();
        int keys = 0;
        for (String folder : List.of("messages", "text")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources", folder))) {
                for (Path file : files.sorted().toList()) {
                    Set<String> seen = new TreeSet<>();
                    Files.readAllLines(file).stream()
                            .filter(line -> line.matches("[\\w.-]+ *=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .filter(key -> !seen.add(key))
                            .forEach(key -> twice.add(file.getFileName() + ": " + key));
                    keys += seen.size();
                }
            }
        }
        assertEquals(Set.of(), twice);
        assertTrue(keys > 2000, keys + " keys were read");
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = keysInTheCode();
        assertEquals(Set.of(), without(own(""), used), "English texts that no code uses");
        assertEquals(Set.of(), without(own("_zh_CN"), used), "Chinese texts that no code uses");
    }

    @Test
    void everyMessageIsCreatedWithALiteralKey() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (Path file : sources()) {
            String code = Files.readString(file);
            CREATED.matcher(code)
                    .results()
                    .filter(created -> created.group(1) == null
                            || !KEY.matcher(created.group(1)).matches())
                    .map(MatchResult::start)
                    .forEach(at -> wrong.put(
                            file.getFileName() + ":" + at, code.substring(at, Math.min(code.length(), at + 60))));
        }
        wrong.keySet().removeIf(place -> place.startsWith("Message.java") || place.startsWith("SpecException.java"));
        assertEquals(Map.of(), wrong);
    }

    @Test
    void bothLanguagesFillTheSamePlaceholders() {
        Map<String, String> chinese = MessageBundles.texts(Locale.SIMPLIFIED_CHINESE);
        MessageBundles.texts(Locale.ENGLISH)
                .forEach((key, text) -> assertEquals(placeholders(text), placeholders(chinese.get(key)), key));
    }

    @Test
    void keysLieInTheBundleOfTheirLayer() throws IOException {
        for (String name : MessageBundles.NAMES) {
            for (String key : keys(BUNDLES.resolve(name + ".properties"))) {
                assertTrue(key.startsWith(name + "."), key + " in " + name);
            }
        }
    }

    @Test
    void partsAreFormattedInTheLanguageOfTheWhole() {
        Message whole = Message.list(List.of(Message.verbatim("a"), Message.verbatim("{0} 'b'")));
        assertEquals("a, {0} 'b'", whole.english());
        assertEquals("a，{0} 'b'", MessageBundles.text(whole, Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void numbersHaveNoSeparatorsOfALocale() {
        assertEquals("1234567", Message.of("common.verbatim", 1_234_567).english());
    }

    @Test
    void anUnknownKeyIsAnError() {
        Message unknown = Message.of("common.unknown");
        assertThrows(MissingResourceException.class, unknown::english);
    }

    private static Set<String> keysInTheCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
        }
        return keys;
    }

    /** Without the window's code, whose own texts have keys of the same form. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            return walk.filter(file -> file.toString().endsWith(".java")
                            && !WINDOW.matcher(file.toString()).find())
                    .toList();
        }
    }

    /** The keys that a language's own files hold, without those it would borrow. */
    private static Set<String> own(String suffix) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String name : MessageBundles.NAMES) {
            all.addAll(keys(BUNDLES.resolve(name + suffix + ".properties")));
        }
        return all;
    }

    private static Set<String> keys(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
