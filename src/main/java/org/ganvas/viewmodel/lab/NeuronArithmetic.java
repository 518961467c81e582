package org.ganvas.viewmodel.lab;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** The output of a unit as an equation: the largest products, the rest of the sum, and the bias. Pure functions. */
final class NeuronArithmetic {

    /** Products that are written out. */
    private static final int MOST_TERMS = 3;

    /** A space at which no line ends, so that a sign stays with its number. */
    private static final char UNBROKEN = '\u00A0';

    private NeuronArithmetic() {}

    /**
     * What a unit computes at one place.
     *
     * @param column 0 for the inputs
     * @param row among the shown units of the column
     * @param place index of a point of the lattice
     */
    static String sentence(NeuronMaps maps, int column, int row, int place) {
        NeuronMaps.Column at = maps.columns().get(column);
        String name = name(maps, column, row);
        String value = number(at.outputs()[row][place]);
        return Messages.text(
                "lab.neurons.at",
                where(maps, place),
                name,
                column == 0 ? value : value + " = " + applied(at.function(), sum(maps, column, row, place)));
    }

    /** Name of a unit: that of the input or output, or layer and number. */
    static String name(NeuronMaps maps, int column, int row) {
        NeuronMaps.Column at = maps.columns().get(column);
        boolean ofGenerator = maps.player() == Player.GENERATOR;
        int unit = at.shown()[row];
        if (column == 0) {
            return ofGenerator ? "z" + (unit + 1) : unit % 2 == 0 ? "x" : "y";
        }
        if (column == maps.columns().size() - 1) {
            return ofGenerator ? unit == 0 ? "x" : "y" : Messages.text("lab.neurons.answer");
        }
        return Messages.text("lab.neurons.unit", NumberFormats.count(column), NumberFormats.count(unit + 1L));
    }

    private static String where(NeuronMaps maps, int place) {
        PointLattice lattice = maps.lattice();
        double x = lattice.x(place % lattice.columns());
        double y = lattice.y(place / lattice.columns());
        if (maps.player() != Player.GENERATOR) {
            return Messages.text("lab.place.at", number(x), number(y));
        }
        return maps.columns().get(0).units() == 1
                ? Messages.text("lab.neurons.latent", number(x))
                : Messages.text("lab.neurons.latents", number(x), number(y));
    }

    private static String applied(String function, String sum) {
        return function.isEmpty() ? sum : function + "(" + sum + ")";
    }

    private static String sum(NeuronMaps maps, int column, int row, int place) {
        NeuronMaps.Column at = maps.columns().get(column);
        NeuronMaps.Column before = maps.columns().get(column - 1);
        int unit = at.shown()[row];
        List<Integer> terms = IntStream.range(0, before.shown().length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        from -> -Math.abs(at.weight(before.shown()[from], unit) * before.outputs()[from][place])))
                .limit(MOST_TERMS)
                .toList();
        StringBuilder text = new StringBuilder();
        double rest = at.sums()[row][place] - at.bias()[unit];
        for (int from : terms) {
            double weight = at.weight(before.shown()[from], unit);
            double input = before.outputs()[from][place];
            append(text, weight, number(Math.abs(weight)) + UNBROKEN + "×" + UNBROKEN + factor(input));
            rest -= weight * input;
        }
        if (before.units() > terms.size()) {
            append(
                    text,
                    rest,
                    Messages.text(
                            "lab.neurons.rest",
                            number(Math.abs(rest)),
                            NumberFormats.count(before.units() - terms.size())));
        }
        append(text, at.bias()[unit], number(Math.abs(at.bias()[unit])));
        return text.toString();
    }

    private static void append(StringBuilder text, double sign, String term) {
        if (text.length() == 0) {
            text.append(sign < 0 ? "−" : "").append(term);
        } else {
            text.append(' ').append(sign < 0 ? '−' : '+').append(UNBROKEN).append(term);
        }
    }

    private static String factor(double number) {
        return number < 0 ? "(" + number(number) + ")" : number(number);
    }

    private static String number(double number) {
        return NumberFormats.length(number).replace('-', '−');
    }
}
