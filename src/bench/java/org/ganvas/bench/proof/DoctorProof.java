package org.ganvas.bench.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.ganvas.engine.NativeEngine;
import org.ganvas.session.doctor.FailureMode;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses runs with known failure modes and healthy runs, seed after seed, and prints what is reported and when.
 * Arguments: {@code --seeds A B}, first and last; {@code --healthy A B} for the healthy ones (usually one seed);
 * {@code --only NAME,NAME}; {@code --trace} prints every diagnosis; {@code --grids DIR} keeps the last samples as images.
 */
public final class DoctorProof {

    private final boolean trace;
    private final @Nullable Path grids;
    private int named;
    private int shown;

    private DoctorProof(boolean trace, @Nullable Path grids) {
        this.trace = trace;
        this.grids = grids;
    }

    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        boolean trace = words.remove("--trace");
        int[] ill = range(words, "--seeds", 1, 5);
        int[] healthy = range(words, "--healthy", 1, 1);
        int only = words.indexOf("--only");
        Set<String> names = only < 0 ? Set.of() : Set.of(words.get(only + 1).split(","));
        NativeEngine.setThreads(1);
        NativeEngine.start();
        int folder = words.indexOf("--grids");
        Path grids = folder < 0 ? null : Files.createDirectories(Path.of(words.get(folder + 1)));
        DoctorProof all = new DoctorProof(trace, grids);
        all.table("Phenomena: named as, at step", DoctorCase.ill(), ill, names);
        printLine("%n%d of %d runs were named right.", all.named, all.shown);
        all.named = 0;
        all.shown = 0;
        all.table("Healthy runs", DoctorCase.healthy(), healthy, names);
        printLine("%n%d of %d healthy runs raised no alarm.", all.named, all.shown);
        System.exit(0);
    }

    private static int[] range(List<String> words, String name, int first, int last) {
        int at = words.indexOf(name);
        return at < 0
                ? new int[] {first, last}
                : new int[] {Integer.parseInt(words.get(at + 1)), Integer.parseInt(words.get(at + 2))};
    }

    private static void printLine(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void table(String title, List<DoctorCase> cases, int[] seeds, Set<String> names) throws Exception {
        printLine("%n%s", title);
        printLine("  %-18s %-16s %7s   %s", "case", "preset", "within", "seed by seed");
        for (DoctorCase one : cases) {
            if (names.isEmpty() || names.contains(one.name())) {
                StringJoiner seen = new StringJoiner(", ");
                for (int seed = seeds[0]; seed <= seeds[1]; seed++) {
                    seen.add(show(one, seed));
                }
                printLine("  %-18s %-16s %7d   %s", one.name(), one.preset(), one.steps(), seen);
            }
        }
    }

    private String show(DoctorCase one, int seed) throws Exception {
        String file = one.name().replace(' ', '-') + "-" + one.preset() + "-" + seed + ".png";
        try (DoctorRun run = new DoctorRun(one, seed, trace, grids == null ? null : grids.resolve(file))) {
            DoctorRun.Outcome outcome = run.run();
            Set<FailureMode> reported = EnumSet.noneOf(FailureMode.class);
            reported.addAll(outcome.reported());
            boolean right = one.right().isEmpty()
                    ? reported.isEmpty()
                    : outcome.first() != null && one.right().contains(outcome.first());
            shown++;
            named += right ? 1 : 0;
            return (right ? "" : "WRONG ") + outcome.text();
        }
    }
}
