package org.ganvas.bench.proof;

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
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.DiagnosisInput;
import org.ganvas.session.doctor.Doctor;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.SampleAnalyzer;
import org.ganvas.session.doctor.SampleStatistics;
import org.ganvas.session.doctor.StepStatistics;
import org.ganvas.session.doctor.StepWindow;
import org.jspecify.annotations.Nullable;

/** One run under the doctor's eyes, with a check-up every hundred steps. */
final class DoctorRun implements AutoCloseable {

    private static final int EVERY = 100;

    private final DoctorCase shown;
    private final boolean trace;
    private final GanSpec spec;
    private final GanTrainer trainer;
    private final GeneratorProbe probe;
    private final SampleAnalyzer reader;
    private final StepStatistics pulse = new StepStatistics();
    private final Doctor doctor = new Doctor();
    private final List<SampleStatistics> samples = new ArrayList<>();
    private final Map<FailureMode, Long> told = new LinkedHashMap<>();

    DoctorRun(DoctorCase shown, int seed, boolean trace) throws DataException {
        this.shown = shown;
        this.trace = trace;
        spec = shown.spec();
        trainer = new GanTrainer(spec, shown.data(), seed);
        probe = new GeneratorProbe(spec);
        reader = new SampleAnalyzer(spec, shown.data());
    }

    /** What it was called. */
    record Verdict(@Nullable FailureMode first, Set<FailureMode> told, String text) {}

    Verdict run() {
        try {
            for (int step = 1; step <= shown.steps(); step++) {
                pulse.count(step, trainer.step());
                if (step % EVERY == 0 && checkUp(step)) {
                    break;
                }
            }
        } catch (DivergenceException e) {
            told.putIfAbsent(FailureMode.EXPLOSION, e.step());
        }
        String text = told.entrySet().stream()
                .map(entry -> entry.getKey() + " at " + entry.getValue())
                .collect(Collectors.joining(" then "));
        return new Verdict(told.keySet().stream().findFirst().orElse(null), told.keySet(), text.isEmpty() ? "-" : text);
    }

    /** Whether there is nothing more to see: the first name counts. */
    private boolean checkUp(int step) {
        probe.load(trainer.capture(), false);
        samples.add(reader.read(probe.generate(reader.latents(), reader.labels()), step));
        Diagnosis diagnosis = doctor.examine(new DiagnosisInput(spec, pulse.stretches(), pulse.greatestGradient(), samples));
        if (trace) {
            print(step, diagnosis);
        }
        if (diagnosis.finding() != null) {
            told.putIfAbsent(diagnosis.finding().ailment(), (long) step);
        }
        return !trace && !told.isEmpty() && !shown.right().isEmpty();
    }

    private void print(int step, Diagnosis diagnosis) {
        StepWindow s = pulse.stretches().get(pulse.stretches().size() - 1);
        SampleStatistics sign = samples.get(samples.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%6d D %.3f G %.3f (swings by %.2f) r %.3f f %.3f |gG| %.3g | spread %.2f cov %.2f prec %.2f modes %.2f hq %.2f moved"
                        + " %.2f near %.2f | %s%n",
                step,
                s.discriminatorLoss(),
                s.generatorLoss(),
                swing(),
                s.realScore(),
                s.fakeScore(),
                s.generatorGradient(),
                sign.spread(),
                sign.coverage(),
                sign.precision(),
                sign.modes(),
                sign.quality(),
                sign.motion(),
                sign.nearest(),
                diagnosis.finding());
    }

    /** Deviation of G's loss from stretch to stretch over the latest 400 steps, in units of its mean. */
    private double swing() {
        List<StepWindow> all = pulse.stretches();
        double[] losses = all.subList(Math.max(0, all.size() - 400 / StepStatistics.STRETCH), all.size()).stream()
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
