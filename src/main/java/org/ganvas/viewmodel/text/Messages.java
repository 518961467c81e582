package org.ganvas.viewmodel.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.message.MessagePattern;

/**
 * Texts of the window by key, in the current language; one bundle for each package of view models, in
 * {@code resources/text}. No key is in two of them. Messages of the layers below have bundles of their own:
 * {@link MessageBundles}. Any thread.
 */
public final class Messages {

    /** Base names of the bundles. */
    static final List<String> BUNDLES = List.of(
            "window",
            "project",
            "train",
            "latent",
            "chart",
            "timeline",
            "explore",
            "film",
            "dream",
            "help",
            "lab",
            "translate",
            "names");

    /** English until {@link LanguageSetting} sets another one: what a test expects must not depend on the system's. */
    private static volatile Language current = Language.of(Locale.ENGLISH);

    private Messages() {}

    /** A locale, for dates and numbers, and the texts by key. */
    private record Language(Locale locale, Map<String, String> texts) {

        private static Language of(Locale locale) {
            return new Language(locale, read(locale));
        }
    }

    /** Texts of all bundles in a language. */
    static Map<String, String> read(Locale locale) {
        Map<String, String> all = new HashMap<>();
        for (String bundle : BUNDLES) {
            all.putAll(MessageBundles.read("text/" + bundle, locale));
        }
        return Map.copyOf(all);
    }

    /** Changes the language of texts formatted from now on; English where it lacks a text. */
    public static void setLanguage(Locale locale) {
        current = Language.of(locale);
    }

    /** Locale of the current language, for dates and numbers. */
    public static Locale locale() {
        return current.locale();
    }

    /**
     * A text with its arguments filled in. Numbers are formatted by the caller, so that no count has the separators of
     * another locale.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public static String text(String key, Object... arguments) {
        String pattern = current.texts().get(key);
        if (pattern == null) {
            throw new MissingResourceException("No bundle has the key " + key, Messages.class.getName(), key);
        }
        return arguments.length == 0 ? pattern : MessagePattern.fill(pattern, arguments);
    }

    /** A message of the layers below, in the current language. */
    public static String text(Message message) {
        return MessageBundles.text(message, locale());
    }

    /** A text whose English form is defined elsewhere: that form where the bundles lack the key. */
    public static String textOr(String key, String english) {
        return current.texts().getOrDefault(key, english);
    }

    /** Keys of all texts. */
    public static Set<String> keys() {
        return current.texts().keySet();
    }

    /** Whether a bundle has the key: not every help text has a formula. */
    public static boolean has(String key) {
        return current.texts().containsKey(key);
    }
}
