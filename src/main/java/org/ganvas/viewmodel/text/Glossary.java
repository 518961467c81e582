package org.ganvas.viewmodel.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything that is explained anywhere in the program: the terms of the field, and every control that has a hover. What a
 * part of the program adds to its sentences is in it. Any thread.
 */
public final class Glossary {

    private static final String TITLE = ".title";
    private static final String TERM = "help.term.";

    private final List<Entry> entries;

    /**
     * One explanation; formula and source are empty where there is none.
     *
     * @param key of the sentences
     * @param term whether it is a term of the field and not a control
     */
    public record Entry(String key, String title, String text, String formula, String source, boolean term) {

        private static Entry of(String key) {
            return new Entry(
                    key,
                    Messages.text(key + TITLE),
                    Messages.text(key + ".text"),
                    Messages.textOr(key + ".formula", ""),
                    Messages.textOr(key + ".source", ""),
                    key.startsWith(TERM));
        }

        private int rank(String words) {
            String name = title.toLowerCase(Locale.ROOT);
            return name.startsWith(words)
                    ? 0
                    : name.contains(words) ? 1 : text.toLowerCase(Locale.ROOT).contains(words) ? 2 : 3;
        }
    }

    /** In the language that is spoken now. */
    public Glossary() {
        Collator order = Collator.getInstance(Messages.locale());
        entries = Messages.keys().stream()
                .filter(key -> key.endsWith(TITLE))
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .filter(key -> Messages.has(key + ".text"))
                .map(Entry::of)
                .sorted(Comparator.comparing((Entry entry) -> !entry.term()).thenComparing(Entry::title, order))
                .toList();
    }

    /** All of them, terms first, then by the language's alphabet. */
    public List<Entry> entries() {
        return entries;
    }

    /** Those that have the words, in the title before those that have them in the text. */
    public List<Entry> search(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        Stream<Entry> found = entries.stream().filter(entry -> entry.rank(wanted) < 3);
        return wanted.isEmpty()
                ? entries
                : found.sorted(Comparator.comparingInt(entry -> entry.rank(wanted)))
                        .toList();
    }

    /** The entry of a key; the first one if there is none. */
    public Entry at(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(entries.get(0));
    }
}
