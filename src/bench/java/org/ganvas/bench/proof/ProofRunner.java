package org.ganvas.bench.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ganvas.engine.NativeEngine;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of presets and objectives against the figures of their papers. Arguments: the parts, of {@code equilibria},
 * {@code phenomena}, {@code variants}, {@code tables} (points, some minutes each, the tables an hour) and {@code
 * classifier}, {@code digits}, {@code mnist}, {@code translations} (images, up to an hour each); all of them without any.
 * {@code --seeds N} and {@code --steps N} change how much is run, {@code --long} takes the rows of three minutes in {@code
 * mnist} too, {@code --torch PYTHON} runs each row of {@code mnist} and {@code translations} with PyTorch too, and {@code
 * --only} takes names of rows or {@code preset:steps}, for {@code translations} also settings, {@code path=value}. Data:
 * {@code ganvas.mnist} (../shared/data/mnist), else Doodle digits; {@code prove.data} for any other; {@code ganvas.emoji}
 * (../shared/data/emoji). Projects, grids and what PyTorch made are kept in {@code prove.out}, where given.
 */
public final class ProofRunner {

    private static final Set<String> PROOFS =
            Set.of("equilibria", "phenomena", "variants", "tables", "classifier", "digits", "mnist", "translations");

    private final List<String> words;
    private final List<String> only;
    private final boolean everything;

    private ProofRunner(List<String> words, List<String> only) {
        this.words = words;
        this.only = only;
        everything = words.stream().noneMatch(PROOFS::contains);
    }

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        int at = words.indexOf("--only");
        List<String> only = at < 0 ? List.of() : List.copyOf(words.subList(at + 1, words.size()));
        if (at >= 0) {
            words.subList(at, words.size()).clear();
        }
        int seeds = number(words, "--seeds");
        int steps = number(words, "--steps");
        boolean longer = words.remove("--long");
        String python = text(words, "--torch");
        List<String> unknown =
                words.stream().filter(word -> !PROOFS.contains(word)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no proof " + unknown + "; there are " + PROOFS + ".");
        }
        NativeEngine.setThreads(1);
        NativeEngine.start();
        ProofRunner prove = new ProofRunner(words, only);
        prove.points(seeds, steps);
        boolean right = prove.imageProofs(longer, or(seeds, 1), python);
        System.exit(right ? 0 : 1);
    }

    private void points(int seeds, int steps) throws Exception {
        if (wanted("equilibria")) {
            new EquilibriumProof(or(seeds, 3), or(steps, EquilibriumProof.STEPS)).print(only);
        }
        if (wanted("phenomena")) {
            new PhenomenaProof(or(seeds, 5)).print(only);
        }
        if (wanted("variants")) {
            new RingVariants(or(seeds, 3), or(steps, 6000)).print();
        }
        if (wanted("tables")) {
            new PacTables(or(seeds, 10), or(steps, PacTables.STEPS)).print(only);
        }
    }

    private boolean imageProofs(boolean longer, int seeds, @Nullable String python) throws Exception {
        boolean right = !wanted("classifier") || ClassifierProof.holds();
        if (wanted("digits")) {
            new DigitsProof(seeds).print(only.isEmpty() ? DigitsProof.USUAL : only);
        }
        if (wanted("mnist")) {
            new MnistTable(longer, seeds, python).print(only);
        }
        if (wanted("translations")) {
            new TranslationProof(seeds, python).print(only);
        }
        return right;
    }

    private boolean wanted(String proof) {
        return everything || words.contains(proof);
    }

    private static int or(int asked, int usual) {
        return asked == 0 ? usual : asked;
    }

    private static int number(List<String> words, String name) {
        String value = text(words, name);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private static @Nullable String text(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return null;
        }
        words.remove(at);
        return words.remove(at);
    }

    public static void printLine(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
