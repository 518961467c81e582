package org.ganvas.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;

final class MessagePatternTest {

    /** A count followed by one of the nouns that are counted, without a singular. */
    private static final Pattern PLURAL_ALONE =
            Pattern.compile("\\{\\d} (?:images|frames|keyframes|checkpoints|pairs)\\b");

    @Test
    void oneHasTheSingularAndOtherNumbersThePlural() {
        String pattern = "{0} [0:image|images], {1} [1:class|classes] of ''{2}''";
        assertEquals("1 image, 0 classes of 'a'", MessagePattern.fill(pattern, 1, "0", "a"));
        assertEquals("21 images, 1 class of '1'", MessagePattern.fill(pattern, "21", 1, "1"));
    }

    @Test
    void aFormMayBeEmptyAndArgumentsAreNotForms() {
        assertEquals("1 time", MessagePattern.fill("{0} time[0:|s]", 1));
        assertEquals("[0:a|b] 2 times", MessagePattern.fill("{1} {0} time[0:|s]", 2, "[0:a|b]"));
    }

    @Test
    void whatTheUserReadsHasASingular() {
        assertEquals("1 image · 28x28", Messages.text("data.facts", "1", "28x28"));
        assertEquals(
                "1 file was left out: a.",
                Message.of("data.report.oneLeftOut", "a").english());
        assertEquals("1 class", Message.of("engine.spec.data.classCount", 1).english());
    }

    @Test
    void everyCountThatMayBeOneHasASingular() {
        Map<String, String> texts = new TreeMap<>(MessageBundles.texts(Locale.ENGLISH));
        Messages.setLanguage(Locale.ENGLISH);
        Messages.keys().forEach(key -> texts.put(key, Messages.textOr(key, "")));
        texts.values().removeIf(text -> !PLURAL_ALONE.matcher(text).find());
        assertEquals(Map.of(), texts);
    }
}
