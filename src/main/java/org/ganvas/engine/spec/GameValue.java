package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A batch in a step: drawn, or what a player makes of others. It reads as it is written, such as {@code generator(z)}.
 * Immutable, any thread.
 */
public sealed interface GameValue {

    /** Images of the data. */
    GameValue IMAGES = new Source("x");

    /** Latents with the labels that G is given. */
    GameValue LATENTS = new Source("z");

    /** What G is given of images of the data in a paired translation. */
    GameValue CONDITION = new Source("c");

    /** Images of the first set of an unpaired translation. */
    GameValue FIRST_SET = new Source("a");

    /** Images of the second set of an unpaired translation. */
    GameValue SECOND_SET = new Source("b");

    /** Name of {@link Pasted} in texts. */
    String PASTE = "paste";

    /** Name of {@link Joined} in texts. */
    String JOIN = "join";

    Pattern MADE = Pattern.compile("(\\w+)\\((.*)\\)");

    /**
     * A batch that is drawn.
     *
     * @param name {@code x} for images of the data, {@code z} for latents, {@code c} for conditions, {@code a} and {@code b}
     *     for images of two sets
     */
    record Source(String name) implements GameValue {
        @Override
        public List<String> players() {
            return List.of();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Output of a player.
     *
     * @param player its name
     * @param of its inputs
     */
    record Made(String player, List<GameValue> of) implements GameValue {
        public Made {
            of = List.copyOf(of);
        }

        @Override
        public List<String> players() {
            return Stream.concat(Stream.of(player), of.stream().flatMap(value -> value.players().stream()))
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return player + of.stream().map(GameValue::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /**
     * An image whose known pixels are those of the condition, by its mask.
     *
     * @param made the image
     * @param condition with a mask behind its image
     */
    record Pasted(GameValue made, GameValue condition) implements GameValue {
        @Override
        public List<String> players() {
            return made.players();
        }

        @Override
        public String toString() {
            return PASTE + "(" + made + ", " + condition + ")";
        }
    }

    /**
     * An image with something that a discriminator sees beside it, as channels behind those of the image, or as numbers behind
     * its own where the discriminator takes rows.
     *
     * @param image the image
     * @param beside a condition or a latent
     */
    record Joined(GameValue image, GameValue beside) implements GameValue {
        @Override
        public List<String> players() {
            return Stream.concat(image.players().stream(), beside.players().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return JOIN + "(" + image + ", " + beside + ")";
        }
    }

    /** The image of a value that may have something beside it. */
    default GameValue image() {
        return this;
    }

    /** Adds what players make on the way to it, and itself if a player makes it. */
    default void collectMade(Set<Made> into) {
        if (this instanceof Made made) {
            made.of().forEach(value -> value.collectMade(into));
            into.add(made);
        } else if (this instanceof Pasted pasted) {
            pasted.made().collectMade(into);
        } else if (this instanceof Joined joined) {
            joined.image().collectMade(into);
            joined.beside().collectMade(into);
        }
    }

    /** Names of all players that take part in making it. */
    List<String> players();

    /**
     * A value from its text.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static GameValue of(String text) {
        Matcher made = MADE.matcher(text.strip());
        if (made.matches()) {
            List<GameValue> of =
                    arguments(made.group(2)).stream().map(GameValue::of).toList();
            boolean two = of.size() == 2;
            if (two && made.group(1).equals(PASTE)) {
                return new Pasted(of.get(0), of.get(1));
            }
            return two && made.group(1).equals(JOIN) ? new Joined(of.get(0), of.get(1)) : new Made(made.group(1), of);
        }
        if (!text.strip().matches("\\w+")) {
            throw new IllegalArgumentException("no value: " + text);
        }
        return new Source(text.strip());
    }

    /** Parts between the commas that are in no brackets. */
    private static List<String> arguments(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
