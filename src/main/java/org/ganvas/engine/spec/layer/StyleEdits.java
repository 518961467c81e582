package org.ganvas.engine.spec.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is done with the style w of one latent of a style-based generator, in terms that keep their meaning while the
 * mapping trains: other latents instead of their styles, directions by seeded latents instead of vectors of w. The layers
 * that read a style are numbered from 0. Immutable by convention: no array is changed after construction. Any thread.
 *
 * @param truncated number of the first layers whose styles truncation moves towards the mean; {@link #ALL} for all
 * @param terms other latents' share in the styles; what they leave to 1 is the latent's own
 * @param shifts moves along directions, after the truncation
 * @param noise noise per pixel: {@link #STILL} for the generator's own, {@link #NO_NOISE}, or the seed of another one
 */
public record StyleEdits(int truncated, List<Term> terms, List<Shift> shifts, long noise) {

    /** More layers than any network has. */
    public static final int ALL = 256;

    /** The noise that the generator keeps for inference. */
    public static final long STILL = 0;

    public static final long NO_NOISE = -1;

    /** Number of seeded latents, of seeds 1 to this, whose styles give the mean style and the directions of w. */
    public static final int SEEDS = 512;

    /** Most terms and most shifts of one latent; a limit for files. */
    public static final int MAX_PARTS = 64;

    /** Styles as the mapping gives them. */
    public static final StyleEdits NONE = new StyleEdits(ALL, List.of(), List.of(), STILL);

    public StyleEdits {
        terms = List.copyOf(terms);
        shifts = List.copyOf(shifts);
    }

    /**
     * Share of another latent's style in some layers.
     *
     * @param latent of the generator's width
     * @param classWeights its classes; empty for an unconditional generator
     * @param from first layer
     * @param to layer behind the last
     * @param weight of its style
     */
    public record Term(float[] latent, float[] classWeights, int from, int to, double weight) {

        /** Whether it is the same latent with the same classes, whatever its layers and weight. */
        boolean sameLatent(Term other) {
            return Arrays.equals(latent, other.latent) && Arrays.equals(classWeights, other.classWeights);
        }
    }

    /**
     * A move of the style along a direction of w, in some layers. The direction is the sum of the styles of seeded latents,
     * each by its score, so that it turns with the mapping.
     *
     * @param scores one for each of the {@link #SEEDS} latents
     * @param from first layer
     * @param to layer behind the last
     * @param amount in standard deviations of the seeded latents' styles along the direction
     */
    public record Shift(float[] scores, int from, int to, double amount) {

        /** Whether it moves the same layers along the same direction. */
        public boolean sameMove(Shift other) {
            return from == other.from && to == other.to && Arrays.equals(scores, other.scores);
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public StyleEdits withTruncated(int layers) {
        return new StyleEdits(layers, terms, shifts, noise);
    }

    public StyleEdits withTerms(List<Term> others) {
        return new StyleEdits(truncated, others, shifts, noise);
    }

    public StyleEdits withShifts(List<Shift> others) {
        return new StyleEdits(truncated, terms, others, noise);
    }

    public StyleEdits withNoise(long kind) {
        return new StyleEdits(truncated, terms, shifts, kind);
    }

    /** With one more move; the amounts of equal moves add up. */
    public StyleEdits shifted(Shift move) {
        List<Shift> all = new ArrayList<>();
        double amount = move.amount();
        for (Shift each : shifts) {
            if (each.sameMove(move)) {
                amount += each.amount();
            } else {
                all.add(each);
            }
        }
        if (amount != 0) {
            all.add(new Shift(move.scores(), move.from(), move.to(), amount));
        }
        return withShifts(all);
    }

    /** The latent's own share in a layer. */
    public double ownShare(int layer) {
        double share = 1;
        for (Term term : terms) {
            share -= term.from() <= layer && layer < term.to() ? term.weight() : 0;
        }
        return share;
    }

    /**
     * Styles of one latent in the layers before a cut and of another from there on (Karras et al. 2018, section 3.1), for
     * the first latent.
     *
     * @param coarse edits of the first latent, whose truncation and noise stay
     * @param fine the other latent with its classes, over all layers
     * @param fineEdits edits of the other latent
     * @param cut first layer with the other latent's style
     */
    public static StyleEdits mixed(StyleEdits coarse, Term own, Term fine, StyleEdits fineEdits, int cut) {
        SortedSet<Integer> bounds = bounds(List.of(coarse.terms, fineEdits.terms));
        bounds.add(cut);
        List<Term> terms = new ArrayList<>();
        forRanges(bounds, (from, to) -> terms.addAll(from < cut ? coarse.in(from, to, own) : fineEdits.in(from, to, fine)));
        List<Shift> shifts = new ArrayList<>();
        coarse.shifts.forEach(each -> clip(each, 0, cut, shifts));
        fineEdits.shifts.forEach(each -> clip(each, cut, ALL, shifts));
        return new StyleEdits(coarse.truncated, compressed(terms, own), shifts, coarse.noise);
    }

    /**
     * Edits between those of two latents, in w: every layer's style on the straight line between theirs.
     *
     * @param own the first latent with its classes
     * @param other the second one
     * @param t 0 at the first, 1 at the second
     */
    public static StyleEdits between(StyleEdits first, Term own, StyleEdits second, Term other, double t) {
        List<Term> terms = new ArrayList<>();
        forRanges(bounds(List.of(first.terms, second.terms)), (from, to) -> {
            first.in(from, to, own).forEach(each -> terms.add(scaled(each, 1 - t)));
            second.in(from, to, other).forEach(each -> terms.add(scaled(each, t)));
        });
        return new StyleEdits(
                t < 0.5 ? first.truncated : second.truncated,
                compressed(terms, own),
                blended(first, second, t),
                t < 0.5 ? first.noise : second.noise);
    }

    /** Edits between those of two latents which themselves are interpolated in z. */
    public static StyleEdits beside(StyleEdits first, StyleEdits second, double t) {
        List<Term> terms = new ArrayList<>();
        first.terms.forEach(each -> terms.add(scaled(each, 1 - t)));
        second.terms.forEach(each -> terms.add(scaled(each, t)));
        terms.removeIf(each -> each.weight() == 0);
        return new StyleEdits(
                t < 0.5 ? first.truncated : second.truncated,
                terms,
                blended(first, second, t),
                t < 0.5 ? first.noise : second.noise);
    }

    private static List<Shift> blended(StyleEdits first, StyleEdits second, double t) {
        StyleEdits sum = NONE;
        for (Shift each : first.shifts) {
            sum = sum.shifted(new Shift(each.scores(), each.from(), each.to(), (1 - t) * each.amount()));
        }
        for (Shift each : second.shifts) {
            sum = sum.shifted(new Shift(each.scores(), each.from(), each.to(), t * each.amount()));
        }
        return sum.shifts;
    }

    private static Term scaled(Term term, double factor) {
        return new Term(term.latent(), term.classWeights(), term.from(), term.to(), term.weight() * factor);
    }

    /** What the styles of a range of layers are made of, the latent's own share included. */
    private List<Term> in(int from, int to, Term own) {
        List<Term> parts = new ArrayList<>();
        double share = ownShare(from);
        if (share != 0) {
            parts.add(new Term(own.latent(), own.classWeights(), from, to, share));
        }
        for (Term term : terms) {
            if (term.from() <= from && from < term.to()) {
                parts.add(new Term(term.latent(), term.classWeights(), from, to, term.weight()));
            }
        }
        return parts;
    }

    private static SortedSet<Integer> bounds(List<List<Term>> all) {
        SortedSet<Integer> bounds = new TreeSet<>(List.of(0, ALL));
        all.forEach(terms -> terms.forEach(term -> {
            bounds.add(term.from());
            bounds.add(term.to());
        }));
        return bounds;
    }

    private interface RangeConsumer {
        void accept(int from, int to);
    }

    private static void forRanges(SortedSet<Integer> bounds, RangeConsumer take) {
        List<Integer> all = List.copyOf(bounds);
        for (int i = 1; i < all.size(); i++) {
            take.accept(all.get(i - 1), all.get(i));
        }
    }

    private static void clip(Shift shift, int from, int to, List<Shift> out) {
        int first = Math.max(from, shift.from());
        int behind = Math.min(to, shift.to());
        if (first < behind) {
            out.add(new Shift(shift.scores(), first, behind, shift.amount()));
        }
    }

    /** Terms of which equal ones in adjoining layers are one; those of the own latent go, because it has what is left. */
    private static List<Term> compressed(List<Term> parts, Term own) {
        List<Term> out = new ArrayList<>();
        for (Term each : parts) {
            if (each.weight() == 0 || each.sameLatent(own)) {
                continue;
            }
            int last = out.size() - 1;
            while (last >= 0 && !(out.get(last).sameLatent(each) && out.get(last).to() == each.from())) {
                last--;
            }
            if (last >= 0 && out.get(last).weight() == each.weight()) {
                Term before = out.get(last);
                out.set(
                        last,
                        new Term(before.latent(), before.classWeights(), before.from(), each.to(), before.weight()));
            } else {
                out.add(each);
            }
        }
        return out;
    }
}
