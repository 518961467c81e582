package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.MessagePattern;
import org.junit.jupiter.api.Test;

/** Parity of the English and Chinese texts, and characters of the bundled font. */
final class BothLanguagesTest {

    /** Bundle without English texts: presets and datasets define them. */
    private static final String NAMES = "names";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Keys of texts that are the same in both languages: formulas, papers, symbols and proper names. */
    private static final Pattern SAME =
            Pattern.compile(".*\\.(formula|source|symbol|paper)|app\\..*|latent\\.norm\\.value|recovery\\.name"
                    + "|latent\\.pad\\.axes|menu\\.textSize\\.value|menu\\.recent\\.item|help\\.key\\..*");

    private static final Pattern SHOWN = Pattern.compile(
            "(?:setText|setTitle|setHeaderText|setPromptText|setAccessibleText|setAccessibleHelp|setContentText"
                    + "|new (?:Label|Button|Text|MenuItem|Menu|Tooltip|CheckBox|ToggleButton|RadioButton|Hyperlink|Tab"
                    + "|CheckMenuItem|TitledPane|ButtonType)|CardFactory\\.(?:caption|card)|HelpTooltips\\.tip"
                    + "|notices\\.(?:showRemark|report))\\(\\s*(?:[\\w.]+,\\s*)?\"([^\"]*\\p{L}{2}[^\"]*)\"");

    @Test
    void eachKeyIsInBothLanguages() throws IOException {
        for (String bundle : BundleFiles.names()) {
            if (!bundle.equals(NAMES)) {
                assertEquals(
                        BundleFiles.english(bundle).keySet(),
                        BundleFiles.chinese(bundle).keySet(),
                        bundle);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() throws IOException {
        for (String bundle : BundleFiles.names()) {
            Map<String, String> chinese = BundleFiles.chinese(bundle);
            BundleFiles.english(bundle)
                    .forEach((key, english) ->
                            assertEquals(placeholders(english), placeholders(chinese.getOrDefault(key, "")), key));
        }
    }

    @Test
    void textsWithPlaceholdersAreValidPatterns() throws IOException {
        for (String bundle : BundleFiles.names()) {
            for (Map<String, String> language : List.of(BundleFiles.english(bundle), BundleFiles.chinese(bundle))) {
                language.forEach((key, text) -> {
                    // Braces in a formula are groups, not placeholders.
                    if (!key.endsWith(".formula") && !placeholders(text).isEmpty()) {
                        String filled = MessagePattern.fill(text, "A", "B", "C", "D", "E", "F");
                        assertTrue(!filled.contains("{"), key + " swallows an argument: " + text);
                    }
                });
            }
        }
    }

    @Test
    void noChineseTextIsEnglish() throws IOException {
        Set<String> english = new TreeSet<>();
        for (String bundle : BundleFiles.names()) {
            BundleFiles.chinese(bundle).forEach((key, text) -> {
                boolean words = Pattern.compile("[A-Za-z]{3,} [A-Za-z]{2,}")
                        .matcher(text)
                        .find();
                if (words && !HAN.matcher(text).find() && !SAME.matcher(key).matches()) {
                    english.add(key);
                }
            });
        }
        assertEquals(Set.of(), english);
    }

    @Test
    void eachPresetAndDatasetHasAChineseNameAndSentence() throws IOException {
        Map<String, String> names = BundleFiles.chinese(NAMES);
        Set<String> missing = new TreeSet<>();
        for (Preset preset : PresetRegistry.all()) {
            missing.add("preset." + preset.id() + ".name");
            missing.add("preset." + preset.id() + ".sentence");
        }
        for (DatasetEntry data : DatasetRegistry.builtIns()) {
            String id = data.id().substring(data.id().indexOf(':') + 1);
            missing.add("dataset." + id + ".name");
            missing.add("dataset." + id + ".description");
        }
        missing.removeAll(names.keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void noShownTextIsALiteral() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String folder : List.of("view", "viewmodel", "app")) {
            for (Path source : BundleFiles.sources(folder)) {
                Matcher shown = SHOWN.matcher(Files.readString(source));
                while (shown.find()) {
                    literals.add(source.getFileName() + ": " + shown.group(1));
                }
            }
        }
        assertEquals(Set.of(), literals);
    }

    @Test
    void shownLiteralsAreFound() {
        for (String code : List.of(
                "new Label(\"Two words\")",
                "HelpTooltips.tip(button, \"Two words\")",
                "CardFactory.card(\"Two words\", tools)",
                "notices.showRemark(\"Two words\")")) {
            assertTrue(SHOWN.matcher(code).find(), code);
        }
    }

    @Test
    void bundledFontHasEveryCharacter() throws IOException, FontFormatException {
        StringBuilder all = new StringBuilder();
        for (String bundle : BundleFiles.names()) {
            BundleFiles.english(bundle).values().forEach(all::append);
            BundleFiles.chinese(bundle).values().forEach(all::append);
        }
        // Formulas are set in Medium, which has fewer Chinese characters than the other weights.
        StringBuilder formulas = new StringBuilder();
        for (Glossary.Entry entry : new Glossary().entries()) {
            formulas.append(entry.formula());
        }
        assertEquals("", missingCharacters("Medium", formulas.toString()));
        for (String weight : List.of("Regular", "SemiBold")) {
            assertEquals("", missingCharacters(weight, all.toString()), weight);
        }
    }

    private static String missingCharacters(String weight, String text) throws IOException, FontFormatException {
        Font font = Font.createFont(
                Font.TRUETYPE_FONT, new File("src/main/resources/fonts/GanvasInter-" + weight + ".ttf"));
        return text.chars()
                .distinct()
                // Bars and hats over letters are drawn by the typesetter of formulas.
                .filter(character -> character > ' ' && Character.getType(character) != Character.NON_SPACING_MARK)
                .filter(character -> !font.canDisplay(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Set<String> placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
