package org.ganvas.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of messages, by language and key. English where a language lacks a text. Any thread. */
public final class MessageBundles {

    /** The bundles in {@code resources/messages}; a key's part before the first dot is one of these names. */
    public static final List<String> NAMES =
            List.of("common", "data", "metrics", "engine", "session", "lab", "project", "cli");

    private static final Map<Locale, Map<String, String>> TEXTS = new ConcurrentHashMap<>();

    private MessageBundles() {}

    /**
     * A message in a language.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public static String text(Message message, Locale language) {
        String pattern = texts(language).get(message.key());
        if (pattern == null) {
            throw new MissingResourceException(
                    "No bundle has the key " + message.key(), MessageBundles.class.getName(), message.key());
        }
        Object[] arguments = message.arguments().stream()
                .map(argument -> argument instanceof Message part
                        ? text(part, language)
                        : PlainText.of(String.valueOf(argument), message.key().equals(Message.SEVERAL_LINES)))
                .toArray();
        return MessagePattern.fill(pattern, arguments);
    }

    /** Every text of a language by its key. */
    public static Map<String, String> texts(Locale language) {
        return TEXTS.computeIfAbsent(language, MessageBundles::read);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> all = new HashMap<>();
        for (String name : NAMES) {
            all.putAll(read("messages/" + name, language));
        }
        return Map.copyOf(all);
    }

    /** The texts of one bundle of properties files on the class path; English ones where the language lacks some. */
    public static Map<String, String> read(String baseName, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                baseName,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
