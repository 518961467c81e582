package org.ganvas.bench.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ganvas.data.DataException;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.DiagnosisInput;
import org.ganvas.session.doctor.Doctor;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.SampleAnalyzer;
import org.ganvas.session.doctor.SampleStatistics;
import org.ganvas.session.doctor.StepStatistics;
import org.ganvas.session.doctor.StepWindow;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** One run with a diagnosis every hundred steps. */
final class DoctorRun implements AutoCloseable {

    private static final int EVERY = 100;
    private static final int GRID = 8;
    private static final int GRID_PIXELS = 800;

    private final DoctorCase shown;
    private final boolean trace;
    private final @Nullable Path grid;
    private final GanSpec spec;
    private final GameTrainer trainer;
    private final GeneratorProbe probe;
    private final SampleAnalyzer analyzer;
    private final StepStatistics statistics = new StepStatistics();
    private final Doctor doctor = new Doctor();
    private final List<SampleStatistics> samples = new ArrayList<>();
    private final Map<FailureMode, Long> reported = new LinkedHashMap<>();

    /** @param grid receives the last samples as an image; null for none */
    DoctorRun(DoctorCase shown, int seed, boolean trace, @Nullable Path grid) throws DataException {
        this.shown = shown;
        this.trace = trace;
        this.grid = grid;
        spec = shown.spec();
        trainer = new GameTrainer(spec, shown.data(), seed);
        probe = new GeneratorProbe(spec);
        analyzer = new SampleAnalyzer(spec, shown.data());
    }

    /** The failure modes that were reported. */
    record Outcome(@Nullable FailureMode first, Set<FailureMode> reported, String text) {}

    Outcome run() throws ProjectException {
        try {
            for (int step = 1; step <= shown.steps(); step++) {
                statistics.add(step, trainer.step());
                if (step % EVERY == 0 && diagnose(step)) {
                    break;
                }
            }
        } catch (DivergenceException e) {
            reported.putIfAbsent(FailureMode.EXPLOSION, e.step());
        }
        if (grid != null && !spec.image().isPoint()) {
            save(grid);
        }
        String text = reported.entrySet().stream()
                .map(entry -> entry.getKey() + " at " + entry.getValue())
                .collect(Collectors.joining(" then "));
        return new Outcome(reported.keySet().stream().findFirst().orElse(null), reported.keySet(), text.isEmpty() ? "-" : text);
    }

    /** Diagnoses; true if the run can end, because the first failure mode counts. */
    private boolean diagnose(int step) {
        probe.load(trainer.capture(), false);
        samples.add(analyzer.analyze(probe.generate(analyzer.latents(), analyzer.labels()), step));
        Diagnosis diagnosis = doctor.diagnose(new DiagnosisInput(spec, statistics.windows(), statistics.maxGradient(), samples));
        if (trace) {
            print(step, diagnosis);
        }
        if (diagnosis.reading() != null) {
            reported.putIfAbsent(diagnosis.reading().failureMode(), (long) step);
        }
        return !reported.isEmpty() && !shown.right().isEmpty();
    }

    private void save(Path file) throws ProjectException {
        float[] pixels = probe.generate(analyzer.latents(), analyzer.labels());
        int count = GRID * GRID;
        SampleGrid images = new SampleGrid(
                spec.image(),
                GRID,
                GRID,
                Arrays.copyOf(pixels, count * spec.image().size()),
                new int[0],
                trainer.stepsTaken());
        ImageExport.save(images, ContactSheetStyle.fitting(images, 2, GRID_PIXELS), Map.of(), file);
    }

    private void print(int step, Diagnosis diagnosis) {
        StepWindow s = statistics.windows().get(statistics.windows().size() - 1);
        SampleStatistics sample = samples.get(samples.size() - 1);
        System.out.printf(Locale.ROOT,
                "%6d D %.3f G %.3f (swings by %.2f) r %.3f f %.3f |gG| %.3g | spread %.2f cov %.2f prec %.2f modes %.2f hq %.2f moved"
                        + " %.2f near %.2f changed %.2f answered %.2f | %s%n",
                step,
                s.discriminatorLoss(),
                s.generatorLoss(),
                swing(),
                s.realScore(),
                s.fakeScore(),
                s.generatorGradient(),
                sample.spread(),
                sample.coverage(),
                sample.precision(),
                sample.modes(),
                sample.quality(),
                sample.motion(),
                sample.nearest(),
                sample.moved(),
                sample.answered(),
                diagnosis.reading());
    }

    /** Deviation of G's loss from window to window over the latest 400 steps, in units of its mean. */
    private double swing() {
        List<StepWindow> all = statistics.windows();
        double[] losses = all.subList(Math.max(0, all.size() - 400 / StepStatistics.WINDOW_STEPS), all.size()).stream()
                .mapToDouble(StepWindow::generatorLoss)
                .toArray();
        double mean = Arrays.stream(losses).average().orElse(Double.NaN);
        double squares = Arrays.stream(losses)
                .map(loss -> (loss - mean) * (loss - mean))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(squares) / mean;
    }

    @Override
    public void close() {
        probe.close();
        trainer.close();
    }
}
