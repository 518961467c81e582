package org.ganvas.bench.proof;

import static org.ganvas.bench.proof.ProofRunner.printLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.session.evaluation.TranslationBench;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Translations at the steps of a PyTorch script of equal size, scored with averaged weights on images that were not trained
 * on, beside the best trivial answer and, where PyTorch is installed, beside the exported script that PyTorch trains from
 * the same initial weights with its own random numbers. Beside each row's projects lies a grid of its outputs.
 */
final class TranslationProof {

    /** Examples in a row of the grid. */
    private static final int ACROSS = 3;

    private static final int DOWN = 12;
    private static final int SHEET_PIXELS = 1400;

    private final int seeds;
    private final @Nullable String python;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    /**
     * Options of the table.
     *
     * @param seeds of weights and batches for every row; the images to be scored are the same
     * @param python an interpreter with torch that runs every row too; null for none
     */
    TranslationProof(int seeds, @Nullable String python) throws Exception {
        this.seeds = seeds;
        this.python = python;
        folder = EvaluatedRun.folder();
    }

    /**
     * Rows with one of the names; all without names.
     *
     * @param words names, and settings such as {@code game.contentWeight=20}, which change every row
     */
    void print(List<String> words) throws Exception {
        Map<String, String> settings = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                names.add(word);
            } else {
                settings.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        for (TranslationRow whole : TranslationRow.all()) {
            if (!names.isEmpty() && !names.contains(whole.name())) {
                continue;
            }
            TranslationRow row = whole.with(settings);
            Optional<TranslationData> data = TranslationData.of(row);
            if (data.isEmpty()) {
                printLine("%s: this machine has no data for it.", row.name());
            } else {
                print(row, data.get());
            }
        }
        printLine("%n| Row | steps | by | seeds | PSNR | SSIM | L1 | in the hole | kept class | Fréchet | PyTorch script |");
        printLine("|---|---|---|---|---|---|---|---|---|---|---|");
        lines.forEach(line -> printLine("%s", line));
    }

    private void print(TranslationRow row, TranslationData data) throws Exception {
        try (TranslationScorer scorer = new TranslationScorer(row.spec(), data)) {
            add(row, "the best trivial answer", List.of(scorer.trivial()), row.reference());
            Map<Boolean, List<Map<String, Double>>> ours = new LinkedHashMap<>();
            Map<Boolean, List<Map<String, Double>>> theirs = new LinkedHashMap<>();
            for (long seed = 1; seed <= seeds; seed++) {
                float[] shown = ganvas(row, data, seed, scorer, ours);
                float[] torch = python == null ? new float[0] : pytorch(row, data, seed, scorer, theirs);
                if (seed == 1) {
                    saveGrid(row, scorer, shown, torch);
                }
            }
            ours.forEach((averaged, scores) -> add(row, averaged ? "Ganvas" : "Ganvas, raw weights", scores, ""));
            theirs.forEach((averaged, scores) -> add(row, averaged ? "PyTorch" : "PyTorch, raw weights", scores, ""));
        }
    }

    /** Outputs with averaged weights; scores with both kinds are added. */
    private float[] ganvas(
            TranslationRow row,
            TranslationData data,
            long seed,
            TranslationScorer scorer,
            Map<Boolean, List<Map<String, Double>>> scores)
            throws Exception {
        EvaluatedRun run = EvaluatedRun.of(row.file(), row.spec(), data.training(), row.steps(), seed, folder);
        RunCapture trained = new ProjectStore().load(run.file());
        TranslationBench bench = scorer.bench();
        float[] shown = new float[0];
        try (GeneratorProbe probe = new GeneratorProbe(row.spec())) {
            for (boolean averaged : new boolean[] {false, true}) {
                probe.load(trained.state(), averaged);
                shown = probe.generate(bench.given(), new int[bench.count()]);
                addScores(row, "Ganvas", seed, averaged, scorer.scores(shown), scores);
            }
        }
        printLine("%s, seed %d: Ganvas took %.0f s", row.name(), seed, run.seconds());
        return shown;
    }

    /** The same of PyTorch; outputs that exist in {@code prove.out} are scored without training. */
    private float[] pytorch(
            TranslationRow row,
            TranslationData data,
            long seed,
            TranslationScorer scorer,
            Map<Boolean, List<Map<String, Double>>> scores)
            throws Exception {
        Path own = folder.resolve("torch").resolve(EvaluatedRun.file(row.file(), row.steps(), seed));
        if (!Files.exists(own.resolve("averaged"))) {
            Files.createDirectories(own);
            write(scorer.bench().given(), own.resolve("inputs"));
            LayerShape input = row.spec().generatorInput();
            new TorchTraining(row.file(), row.spec(), data.training(), seed, own)
                    .run(
                            Optional.ofNullable(python).orElseThrow(),
                            "translated.py",
                            row.steps(),
                            seed,
                            input.channels(),
                            input.height(),
                            input.width());
        }
        addScores(row, "PyTorch", seed, false, scorer.scores(read(own.resolve("raw"))), scores);
        float[] shown = read(own.resolve("averaged"));
        addScores(row, "PyTorch", seed, true, scorer.scores(shown), scores);
        return shown;
    }

    private static void addScores(
            TranslationRow row,
            String by,
            long seed,
            boolean averaged,
            Map<String, Double> found,
            Map<Boolean, List<Map<String, Double>>> scores) {
        scores.computeIfAbsent(averaged, kind -> new ArrayList<>()).add(found);
        printLine("%s, seed %d, %s, %s weights: %s", row.name(), seed, by, averaged ? "averaged" : "raw", text(found));
    }

    private static String text(Map<String, Double> scores) {
        StringJoiner text = new StringJoiner(", ");
        scores.forEach((name, value) -> text.add(String.format(Locale.ROOT, "%s %.4f", name, value)));
        return text.toString();
    }

    private void add(TranslationRow row, String by, List<Map<String, Double>> scores, String reference) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %d | %s | %s | %s | %s | %s | %s | %s |",
                row.name(),
                row.steps(),
                by,
                scores.size(),
                value(scores, "psnr", 1, 2),
                value(scores, "ssim", 1, 3),
                value(scores, "l1", 1, 4),
                value(scores, "hole_psnr", 1, 2),
                value(scores, "kept_class", 100, 1),
                value(scores, TranslationScorer.FRECHET, 1, 2),
                reference));
        printLine("%s", lines.get(lines.size() - 1));
    }

    /** Mean and, of several seeds, standard deviation. */
    private static String value(List<Map<String, Double>> scores, String name, double factor, int places) {
        if (!scores.get(0).containsKey(name)) {
            return "";
        }
        SeedStatistics seeds = SeedStatistics.of(
                scores.stream().mapToDouble(one -> factor * one.getOrDefault(name, Double.NaN)).toArray());
        String number = "%." + places + "f";
        return seeds.count() == 1
                ? String.format(Locale.ROOT, number, seeds.mean())
                : String.format(Locale.ROOT, number + " ± " + number, seeds.mean(), seeds.deviation());
    }

    // ---- Grid ----

    /** Examples of input, Ganvas' output, PyTorch's where there is one, and the wanted image, side by side. */
    private void saveGrid(TranslationRow row, TranslationScorer scorer, float[] ours, float[] torch) throws Exception {
        int size = row.spec().image().size();
        int each = torch.length == 0 ? 3 : 4;
        int down = Math.min(DOWN, scorer.bench().count() / ACROSS);
        float[] pixels = new float[ACROSS * down * each * size];
        for (int i = 0; i < ACROSS * down; i++) {
            int at = i * each * size;
            System.arraycopy(scorer.input(i), 0, pixels, at, size);
            System.arraycopy(ours, i * size, pixels, at + size, size);
            if (each == 4) {
                System.arraycopy(torch, i * size, pixels, at + 2 * size, size);
            }
            System.arraycopy(scorer.bench().target(i), 0, pixels, at + (each - 1) * size, size);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i]));
        }
        SampleGrid grid = new SampleGrid(row.spec().image(), down, ACROSS * each, pixels, new int[0], row.steps());
        Path file = folder.resolve(EvaluatedRun.file(row.file(), row.steps(), 1) + ".png");
        ImageExport.save(grid, ContactSheetStyle.fitting(grid, 2, SHEET_PIXELS), Map.of(), file);
        printLine("%s: %s", row.name(), file);
    }

    // ---- Files ----

    private static void write(float[] values, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    private static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
