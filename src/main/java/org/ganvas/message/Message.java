package org.ganvas.message;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence or a part of one for the user, independent of any language. Immutable; any thread.
 *
 * @param key of the text; the part before the first dot names the bundle
 * @param arguments what fills the text's placeholders: strings, and messages that are formatted in the same language
 */
public record Message(String key, List<Serializable> arguments) implements Serializable {

    /** The text of {@link #verbatim}: its argument and nothing else. */
    static final String VERBATIM = "common.verbatim";

    /** The text of the command line's parser, which may take several lines. */
    static final String SEVERAL_LINES = "cli.usage.notParsed";

    public Message {
        arguments = List.copyOf(arguments);
    }

    /**
     * A message with its arguments. Messages stay messages; everything else becomes the string that
     * {@link String#valueOf(Object)} gives, so numbers have no separators of any locale.
     */
    public static Message of(String key, Object... arguments) {
        return new Message(key, Arrays.stream(arguments).map(Message::argument).toList());
    }

    /** Text that comes from outside and has no translation: a file's name, what the operating system says. */
    public static Message verbatim(String text) {
        return of(VERBATIM, text);
    }

    /** Parts one after the other, separated as the language separates them. */
    public static Message list(List<Message> parts) {
        return parts.stream()
                .reduce((before, last) -> of("common.list", before, last))
                .orElseGet(() -> verbatim(""));
    }

    private static Serializable argument(Object argument) {
        return argument instanceof Message message ? message : String.valueOf(argument);
    }

    /** The English text, for logs and exceptions. */
    public String english() {
        return MessageBundles.text(this, Locale.ENGLISH);
    }
}
