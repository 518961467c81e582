package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.MessageBundles;
import org.junit.jupiter.api.Test;

/**
 * Bundles of texts: one bundle per key, every key used by the code, one term per concept and no private words. Parity of
 * the two languages and of their placeholders is checked in {@link BothLanguagesTest}.
 */
final class TextConsistencyTest {

    /** Bundle without English texts: presets and datasets define them. */
    private static final String NAMES = "names";

    /** The glossary lists every entry with this prefix. */
    private static final String TERM = "help.term.";

    /** What the code appends to a key that it holds. */
    private static final List<String> ENDINGS = List.of(
            ".title",
            ".text",
            ".formula",
            ".where",
            ".source",
            ".symbol",
            ".label",
            ".hint",
            ".named",
            ".try",
            ".empty",
            ".disabled",
            ".reference",
            ".count",
            ".mean");

    /** Composed in the file chooser from the ending of a file. */
    private static final Set<String> FILE_KINDS = Set.of("film.gif.kind", "film.mp4.kind", "film.frames.kind");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** Metaphors, old-fashioned English, synonyms of the chosen terms, and the other spelling. */
    private static final Pattern PRIVATE_ENGLISH = Pattern.compile(
            "\\bpictures?\\b|\\bmoments?\\b|\\brooms?\\b|\\bwells\\b|\\b(?:a|the|each|empty|full) well\\b|\\bhands?\\b"
                    + "|\\bdesks?\\b|\\bverdicts?\\b|\\brecipes?\\b|\\byardsticks?\\b|\\bplanes?\\b|\\bailments?\\b"
                    + "|\\bremed(?:y|ies)\\b|\\btreatments?\\b|\\bfloors? plan\\b|\\bclass mode\\b|\\bkeepsakes?\\b"
                    + "|\\bnobody\\b|\\bsomebody\\b|\\bwhoever\\b|\\b(?:go|goes|went) on\\b|\\blooks? (?:on|inside)\\b"
                    + "|\\b(?:tell|tells|told)\\b[^.;:]* apart\\b|\\b(?:is|are) told\\b|\\bstands? (?:still|at)\\b"
                    + "|\\b(?:a|the|each|every|no) measures?\\b|\\bby heart\\b|\\bmade up\\b|\\bdata sets?\\b|\\bsigma\\b"
                    + "|(?<!two-player |minimax )\\bgames?\\b|(?<!contact )\\bsheets?\\b|\\bsafety cop(?:y|ies)\\b"
                    + "|\\b(?:color|center|gray|grayscale|neighbor|favorite|(?<!Apache )license)\\w*",
            Pattern.CASE_INSENSITIVE);

    /** Synonyms of the chosen Chinese terms, and metaphors. */
    private static final Pattern PRIVATE_CHINESE =
            Pattern.compile("图片|潜变量|模式坍塌|弗雷歇|对局|房间|探索室|训练室|窥视|判决|邻居|手中|配方|奈特|均衡点|课堂|词汇表|时刻"
                    + "|本次运行|这次训练|安全副本|稀疏|墨色|(?<!双人|极小极大)博弈|(?i:sigma)");

    @Test
    void eachKeyIsInOneBundle() throws IOException {
        Map<String, String> bundles = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        for (String bundle : BundleFiles.names()) {
            BundleFiles.english(bundle).keySet().forEach(key -> {
                String other = bundles.putIfAbsent(key, bundle);
                if (other != null) {
                    twice.add(key + ": " + other + ", " + bundle);
                }
            });
        }
        assertEquals(Set.of(), twice);
    }

    /** Only where a text has arguments is a doubled apostrophe one. */
    @Test
    void noTextWithoutArgumentsDoublesItsApostrophe() throws IOException {
        Set<String> doubled = new TreeSet<>();
        for (String bundle : BundleFiles.names()) {
            if (hasEnglishTexts(bundle)) {
                BundleFiles.english(bundle).forEach((key, text) -> {
                    if (text.contains("''") && !text.matches("(?s).*\\{\\d.*")) {
                        doubled.add(key);
                    }
                });
            }
        }
        assertEquals(Set.of(), doubled);
    }

    @Test
    void eachBundleIsRead() throws IOException {
        assertEquals(BundleFiles.names(), Messages.BUNDLES.stream().sorted().toList());
    }

    @Test
    void eachKeyIsUsed() throws IOException {
        Sources sources = Sources.read();
        Set<String> unused = new TreeSet<>();
        for (String bundle : BundleFiles.names()) {
            if (hasEnglishTexts(bundle)) {
                unused.addAll(BundleFiles.english(bundle).keySet());
            }
        }
        assertTrue(unused.size() > 900, "texts are read");
        unused.removeIf(sources::use);
        assertEquals(Set.of(), unused);
    }

    @Test
    void unknownKeyCountsAsUnused() throws IOException {
        Sources sources = Sources.read();
        assertFalse(sources.use("explore.moonlight.title"));
        assertFalse(sources.use("doctor.symptom.MOONLIGHT"));
        assertFalse(sources.use("film.png.kind"));
        assertTrue(sources.use("doctor.symptom.SPREAD"));
    }

    @Test
    void eachChineseNameBelongsToAPresetOrDataset() throws IOException {
        Set<String> ids = new TreeSet<>();
        PresetRegistry.all().forEach(preset -> ids.add("preset." + preset.id()));
        DatasetRegistry.builtIns()
                .forEach(data ->
                        ids.add("dataset." + data.id().substring(data.id().indexOf(':') + 1)));
        Set<String> named = new TreeSet<>();
        BundleFiles.chinese(NAMES).keySet().forEach(key -> named.add(key.substring(0, key.lastIndexOf('.'))));
        assertEquals(ids, named);
    }

    @Test
    void noEnglishTextHasAPrivateWord() throws IOException {
        Map<String, String> texts = new HashMap<>(MessageBundles.texts(Locale.ENGLISH));
        for (String bundle : BundleFiles.names()) {
            if (hasEnglishTexts(bundle)) {
                texts.putAll(BundleFiles.english(bundle));
            }
        }
        for (Preset preset : PresetRegistry.all()) {
            texts.put("preset." + preset.id(), preset.name() + "; " + preset.sentence());
        }
        for (DatasetEntry data : DatasetRegistry.builtIns()) {
            texts.put(data.id(), data.name() + "; " + data.description());
        }
        assertEquals(Set.of(), having(PRIVATE_ENGLISH, texts));
    }

    @Test
    void noChineseTextHasAPrivateWord() throws IOException {
        Map<String, String> texts = new HashMap<>(BundleFiles.chinese(NAMES));
        texts.putAll(MessageBundles.texts(Locale.SIMPLIFIED_CHINESE));
        for (String bundle : BundleFiles.names()) {
            if (hasEnglishTexts(bundle)) {
                texts.putAll(BundleFiles.chinese(bundle));
            }
        }
        assertEquals(Set.of(), having(PRIVATE_CHINESE, texts));
    }

    @Test
    void privateWordsAreFound() {
        for (String text : List.of(
                "Latent in the hand",
                "Explore room",
                "The game looks healthy",
                "Drop it into the wells",
                "A measure is at least",
                "133 moments of the run",
                "D tells everything apart")) {
            assertEquals(1, having(PRIVATE_ENGLISH, Map.of("key", text)).size(), text);
        }
        for (String text : List.of("As well as the latest image", "The two-player game", "Contact sheet")) {
            assertEquals(Set.of(), having(PRIVATE_ENGLISH, Map.of("key", text)), text);
        }
        assertEquals(1, having(PRIVATE_CHINESE, Map.of("key", "手中的潜变量")).size());
        assertEquals(Set.of(), having(PRIVATE_CHINESE, Map.of("key", "最初的双人博弈")));
    }

    /** Whether the bundle has English texts: presets and datasets define their names in English. */
    private static boolean hasEnglishTexts(String bundle) {
        return !bundle.equals(NAMES);
    }

    private static Set<String> having(Pattern pattern, Map<String, String> texts) {
        Set<String> found = new TreeSet<>();
        texts.forEach((key, text) -> {
            Matcher matcher = pattern.matcher(text);
            if (!key.endsWith(".source") && matcher.find()) {
                found.add(key + ": " + matcher.group());
            }
        });
        return found;
    }

    /**
     * Literals and words of the program's sources.
     *
     * @param literals all string literals
     * @param words all identifiers and words of literals, and the ids of preset groups
     */
    private record Sources(Set<String> literals, Set<String> words) {

        private static Sources read() throws IOException {
            Set<String> literals = new HashSet<>();
            Set<String> words = new HashSet<>();
            for (Path file : BundleFiles.sources("")) {
                String code = Files.readString(file);
                collect(LITERAL, 1, code, literals);
                collect(WORD, 0, code, words);
            }
            collect(WORD, 0, Files.readString(Path.of("src/main/resources/presets/index.json")), words);
            return new Sources(literals, words);
        }

        private static void collect(Pattern pattern, int group, String code, Set<String> into) {
            Matcher matcher = pattern.matcher(code);
            while (matcher.find()) {
                into.add(matcher.group(group));
            }
        }

        /** Whether the code holds the key, the key without an ending, or a prefix and a constant that compose it. */
        private boolean use(String key) {
            if (key.startsWith(TERM) || FILE_KINDS.contains(key) || literals.contains(key)) {
                return true;
            }
            String base = shortened(key);
            return composed(key) || (!base.equals(key) && use(base));
        }

        private boolean composed(String key) {
            for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
                if (literals.contains(key.substring(0, dot + 1)) && named(key.substring(dot + 1))) {
                    return true;
                }
            }
            return false;
        }

        private boolean named(String tail) {
            return List.of(tail.split("\\.")).stream()
                    .allMatch(word -> words.contains(word)
                            || words.contains(word.toUpperCase(Locale.ROOT))
                            || words.contains(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
        }

        private static String shortened(String key) {
            return ENDINGS.stream()
                    .filter(key::endsWith)
                    .findFirst()
                    .map(ending -> key.substring(0, key.length() - ending.length()))
                    .orElse(key);
        }
    }
}
