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

    /**
     * Whether a program may have written it: not too many parts, ranges of layers, finite numbers up to a bound, scores for
     * the seeded latents.
     */
    public boolean isPlausible(double bound) {
        return terms.size() <= MAX_PARTS
                && shifts.size() <= MAX_PARTS
                && truncated >= 0
                && truncated <= ALL
                && noise >= NO_NOISE
                && terms.stream()
                        .allMatch(each -> isRange(each.from(), each.to())
                                && Math.abs(each.weight()) <= bound
                                && within(each.latent(), bound)
                                && within(each.classWeights(), bound))
                && shifts.stream()
                        .allMatch(each -> isRange(each.from(), each.to())
                                && Math.abs(each.amount()) <= bound
                                && each.scores().length == SEEDS
                                && within(each.scores(), bound));
    }

    private static boolean isRange(int from, int to) {
        return from >= 0 && from < to && to <= ALL;
    }

    private static boolean within(float[] values, double bound) {
        for (float value : values) {
            if (!(Math.abs(value) <= bound)) {
                return false;
            }
        }
        return true;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether other edits do the same, in whatever order they move the style. */
    public boolean isSameAs(StyleEdits other) {
        return truncated == other.truncated
                && noise == other.noise
                && terms.equals(other.terms)
                && shifts.size() == other.shifts.size()
                && shifts.stream()
                        .allMatch(each -> other.shifts.stream()
                                .anyMatch(same -> each.sameMove(same) && each.amount() == same.amount()));
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
        forRanges(
                bounds,
                (from, to) -> terms.addAll(from < cut ? coarse.in(from, to, own) : fineEdits.in(from, to, fine)));
        List<Shift> shifts = new ArrayList<>();
        coarse.shifts.forEach(each -> clip(each, 0, cut, shifts));
        fineEdits.shifts.forEach(each -> clip(each, cut, ALL, shifts));
        return new StyleEdits(coarse.truncated, compressed(terms, own), shifts, coarse.noise);
    }

    /**
     * One of several latents that are added up in w.
     *
     * @param latent with its classes, over all layers
     * @param edits of its style
     * @param weight all of them add up to 1
     */
    public record Weighted(Term latent, StyleEdits edits, double weight) {}

    /**
     * Weighted sum of the styles of several latents, layer by layer, as edits of the first one. Its truncated layers and its
     * noise are those of the latent with the greatest weight.
     */
    public static StyleEdits combined(List<Weighted> latents) {
        List<Term> terms = new ArrayList<>();
        SortedSet<Integer> bounds =
                bounds(latents.stream().map(each -> each.edits().terms()).toList());
        forRanges(
                bounds,
                (from, to) -> latents.forEach(each -> each.edits()
                        .in(from, to, each.latent())
                        .forEach(part -> terms.add(scaled(part, each.weight())))));
        StyleEdits sum = NONE;
        Weighted strongest = latents.get(0);
        for (Weighted each : latents) {
            strongest = each.weight() > strongest.weight() ? each : strongest;
            for (Shift shift : each.edits().shifts) {
                sum = sum.shifted(scaled(shift, each.weight()));
            }
        }
        return new StyleEdits(
                strongest.edits().truncated,
                compressed(terms, latents.get(0).latent()),
                sum.shifts,
                strongest.edits().noise);
    }

    /** Edits between those of two latents which themselves are interpolated in z. */
    public static StyleEdits beside(StyleEdits first, StyleEdits second, double t) {
        List<Term> terms = new ArrayList<>();
        first.terms.forEach(each -> terms.add(scaled(each, 1 - t)));
        second.terms.forEach(each -> terms.add(scaled(each, t)));
        terms.removeIf(each -> each.weight() == 0);
        StyleEdits sum = NONE;
        for (Shift each : first.shifts) {
            sum = sum.shifted(scaled(each, 1 - t));
        }
        for (Shift each : second.shifts) {
            sum = sum.shifted(scaled(each, t));
        }
        StyleEdits nearer = t < 0.5 ? first : second;
        return new StyleEdits(nearer.truncated, terms, sum.shifts, nearer.noise);
    }

    private static Shift scaled(Shift shift, double factor) {
        return new Shift(shift.scores(), shift.from(), shift.to(), shift.amount() * factor);
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
            while (last >= 0
                    && !(out.get(last).sameLatent(each) && out.get(last).to() == each.from())) {
                last--;
            }
            int same = sameRange(out, each);
            if (same >= 0) {
                out.set(same, scaled(each, (out.get(same).weight() + each.weight()) / each.weight()));
            } else if (last >= 0 && out.get(last).weight() == each.weight()) {
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

    private static int sameRange(List<Term> terms, Term term) {
        for (int i = 0; i < terms.size(); i++) {
            Term each = terms.get(i);
            if (each.from() == term.from() && each.to() == term.to() && each.sameLatent(term)) {
                return i;
            }
        }
        return -1;
    }
}
