package org.ganvas.viewmodel.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Glossary of everything that is explained in the program: terms of the field and controls with a help tooltip. Entries
 * are all keys with a title and a text. Immutable, any thread.
 */
public final class Glossary {

    private static final String TITLE = ".title";
    private static final String TERM = "help.term.";

    private final List<Entry> entries;

    /**
     * One explanation; formula and source are empty if there is none.
     *
     * @param key prefix of its text keys
     * @param term whether it explains a term of the field and not a control
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

    /** Glossary in the current language. */
    public Glossary() {
        Collator order = Collator.getInstance(Messages.locale());
        entries = Messages.keys().stream()
                .filter(key -> key.endsWith(TITLE))
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .filter(key -> Messages.has(key + ".text")
                        && !Messages.text(key + TITLE).contains("{"))
                .map(Entry::of)
                .sorted(Comparator.comparing((Entry entry) -> !entry.term()).thenComparing(Entry::title, order))
                .toList();
    }

    /** All entries: terms first, then by title in the order of the language. */
    public List<Entry> entries() {
        return entries;
    }

    /** Entries that contain the words: those with a matching title before those with a matching text. */
    public List<Entry> search(String words) {
        String query = words.strip().toLowerCase(Locale.ROOT);
        Stream<Entry> found = entries.stream().filter(entry -> entry.rank(query) < 3);
        return query.isEmpty()
                ? entries
                : found.sorted(Comparator.comparingInt(entry -> entry.rank(query)))
                        .toList();
    }

    /** Entry of a key; the first entry if there is none. */
    public Entry at(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(entries.get(0));
    }
}
