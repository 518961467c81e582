package org.ganvas.cli.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Languages of the command line's messages: {@code --lang}, else the system's, else English. Pure functions. */
public final class CliLanguage {

    /** Name of the global option. */
    public static final String OPTION = "--lang";

    private static final String END_OF_OPTIONS = "--";
    private static final List<Locale> AVAILABLE = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private CliLanguage() {}

    /**
     * The language that a command line asks for. It is found before the arguments are parsed, so that mistakes in them
     * are explained in that language too; a language that does not exist is refused by the parser.
     *
     * @param system the system's locale
     */
    public static Locale of(String[] args, Locale system) {
        Locale language = find(system.getLanguage()).orElse(Locale.ENGLISH);
        for (int i = 0; i < args.length && !args[i].equals(END_OF_OPTIONS); i++) {
            String code = "";
            if (args[i].startsWith(OPTION + "=")) {
                code = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                code = args[i + 1];
            }
            language = find(code).orElse(language);
        }
        return language;
    }

    /** The language of a code such as {@code zh}; empty if there are no messages in it. */
    public static Optional<Locale> find(String code) {
        return AVAILABLE.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst();
    }

    /** Codes of all languages, English first. */
    public static Stream<String> codes() {
        return AVAILABLE.stream().map(Locale::getLanguage);
    }
}
