package org.ganvas.viewmodel.text;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Glossary of everything that is explained in the program: terms of the field and controls with a help tooltip. Entries
 * are all keys with a title and a text. Immutable, any thread.
 */
public final class Glossary {

    private static final String TITLE = ".title";
    private static final String TERM = "help.term.";
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\s\\p{Z}]+");

    /** Where the controls of keys with a prefix are, which tells those of equal titles apart; the first that fits counts. */
    private static final List<Place> PLACES = List.of(
            new Place("explore", "help.place.explore"),
            new Place("film", "help.place.film"),
            new Place("dream.goal", "help.place.dreamGoal"),
            new Place("dream.features", "help.place.dreamFeatures"),
            new Place("dream", "help.place.dream"),
            new Place("lab.part", "help.place.labFlow"),
            new Place("lab.layer", "help.place.labPlot"),
            new Place("lab.board", "help.place.labBoard"),
            new Place("lab.dirac", "help.place.dirac"),
            new Place("lab", "help.place.lab"),
            new Place("translate", "help.place.translate"),
            new Place("chart", "help.place.chart"),
            new Place("scalar", "help.place.curve"),
            new Place("metric", "help.place.metric"),
            new Place("tuning", "help.place.tuning"),
            new Place("inspect", "help.place.inspect"),
            new Place("scatter", "help.place.points"),
            new Place("field", "help.place.points"),
            new Place("", "help.place.train"));

    private final List<Entry> entries;
    private final List<Searched> searched;

    /**
     * Part of the window.
     *
     * @param prefix of the keys of its controls
     * @param key of its name
     */
    private record Place(String prefix, String key) {

        private boolean holds(String control) {
            return prefix.isEmpty() || control.equals(prefix) || control.startsWith(prefix + ".");
        }

        private static String of(String control) {
            return PLACES.stream()
                    .filter(place -> place.holds(control))
                    .findFirst()
                    .map(place -> Messages.text(place.key()))
                    .orElse("");
        }
    }

    /**
     * One explanation; formula, symbols and source are empty if there are none.
     *
     * @param key prefix of its text keys
     * @param title with the place of the control where others have the same title
     * @param symbols what the letters of the formula are
     * @param term whether it explains a term of the field and not a control
     */
    public record Entry(
            String key, String title, String text, String formula, String symbols, String source, boolean term) {

        private static Entry of(String key) {
            return new Entry(
                    key,
                    Messages.text(key + TITLE),
                    Messages.text(key + ".text"),
                    Messages.textOr(key + ".formula", ""),
                    Messages.textOr(key + ".where", ""),
                    Messages.textOr(key + ".source", ""),
                    key.startsWith(TERM));
        }

        private Entry placed() {
            String placed = Messages.text("help.place", title, Place.of(key));
            return new Entry(key, placed, text, formula, symbols, source, term);
        }

        private boolean saysTheSameAs(Entry other) {
            return title.equalsIgnoreCase(other.title) && text.equals(other.text);
        }

        private String lowerTitle() {
            return title.toLowerCase(Locale.ROOT);
        }
    }

    /** An entry with its words as every search compares them. */
    private record Searched(Entry entry, String title, String text) {

        private static final int NONE = 3;

        private Searched(Entry entry) {
            this(entry, plain(entry.title()), plain(entry.text()));
        }

        private int rank(String words) {
            return title.startsWith(words) ? 0 : title.contains(words) ? 1 : text.contains(words) ? 2 : NONE;
        }
    }

    /** Glossary in the current language. */
    public Glossary() {
        Collator order = Collator.getInstance(Messages.locale());
        List<Entry> all = Messages.keys().stream()
                .sorted()
                .filter(key -> key.endsWith(TITLE))
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .filter(key -> Messages.has(key + ".text")
                        && !Messages.text(key + TITLE).contains("{"))
                .map(Entry::of)
                .toList();
        entries = toldApart(all).stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.term()).thenComparing(Entry::title, order))
                .toList();
        searched = entries.stream().map(Searched::new).toList();
    }

    /** One entry for those that say the same; a control whose title others have too with its place. */
    private static List<Entry> toldApart(List<Entry> all) {
        Map<String, List<Entry>> byTitle = new LinkedHashMap<>();
        for (Entry entry : all) {
            List<Entry> namesakes = byTitle.computeIfAbsent(entry.lowerTitle(), title -> new ArrayList<>());
            if (namesakes.stream().noneMatch(entry::saysTheSameAs)) {
                namesakes.add(entry);
            }
        }
        return byTitle.values().stream()
                .flatMap(namesakes ->
                        namesakes.stream().map(entry -> entry.term() || namesakes.size() == 1 ? entry : entry.placed()))
                .toList();
    }

    /** All entries: terms first, then by title in the order of the language. */
    public List<Entry> entries() {
        return entries;
    }

    /** Words in small letters without punctuation, be it of half or full width. */
    private static String plain(String words) {
        return PUNCTUATION.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Entries that contain the words, whatever the punctuation: those with a matching title before those with a matching text. */
    public List<Entry> search(String words) {
        String query = plain(words);
        if (query.isEmpty()) {
            return entries;
        }
        List<List<Entry>> byRank = Stream.<List<Entry>>generate(ArrayList::new)
                .limit(Searched.NONE + 1)
                .toList();
        searched.forEach(one -> byRank.get(one.rank(query)).add(one.entry()));
        return byRank.stream().limit(Searched.NONE).flatMap(List::stream).toList();
    }

    /** Entry of a key, or the one that says the same; the first entry if there is none. */
    public Entry at(String key) {
        Stream<Entry> own = entries.stream().filter(entry -> entry.key().equals(key));
        Stream<Entry> same = Messages.has(key + TITLE) && Messages.has(key + ".text")
                ? entries.stream().filter(Entry.of(key)::saysTheSameAs)
                : Stream.empty();
        return Stream.concat(own, same).findFirst().orElse(entries.get(0));
    }
}
