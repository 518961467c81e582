package org.ganvas.engine.state;

import java.util.Arrays;
import org.ganvas.engine.spec.Player;
import org.jspecify.annotations.Nullable;

/**
 * Address of one weight or bias of a dense layer. Immutable, any thread.
 *
 * @param player whose principal network it is of
 * @param layer number among the dense layers of the network, from 1
 * @param input index of the unit that it leads from; {@link #BIAS} for a bias
 * @param unit index of the unit that it leads to
 */
public record WeightAddress(Player player, int layer, int input, int unit) {

    /** In place of an input: the constant 1. */
    public static final int BIAS = -1;

    private static final String KIND = "weight";
    private static final String SEPARATOR = "/";
    private static final int PARTS = 5;

    /** Refuses an impossible address with an IllegalArgumentException. */
    public WeightAddress {
        if (layer < 1 || input < BIAS || unit < 0) {
            throw new IllegalArgumentException("no weight of layer " + layer + " from " + input + " to " + unit);
        }
    }

    public boolean isBias() {
        return input == BIAS;
    }

    /** The address as text for machines, such as {@code weight/DISCRIMINATOR/2/2/4}. */
    public String key() {
        return String.join(
                SEPARATOR,
                KIND,
                player.name(),
                Integer.toString(layer),
                Integer.toString(input),
                Integer.toString(unit));
    }

    /** The address that a text of {@link #key} stands for; null for every other text. */
    public static @Nullable WeightAddress ofKey(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        boolean known = Arrays.stream(Player.values())
                .anyMatch(one -> parts.length > 1 && one.name().equals(parts[1]));
        if (parts.length != PARTS || !parts[0].equals(KIND) || !known) {
            return null;
        }
        try {
            return new WeightAddress(
                    Player.valueOf(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
