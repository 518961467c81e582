package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganvas.engine.spec.GanSpec;

/**
 * Diagnosis over time. A symptom is reported after it has been seen several times, and withdrawn after it has been missed
 * several times, so that the diagnosis does not flicker. One thread.
 */
public final class Doctor {

    /** Times that a symptom is seen before it is reported. */
    static final int CONFIRM = 3;

    /** Times that it is missed, beyond those that it was seen, before it is withdrawn. */
    static final int RELEASE = 4;

    /** Steps over which it is seen at least: some symptoms pass quickly. */
    static final int MIN_STEPS = 200;

    /** Times that what a change of a setting has done is seen before it is reported: the cause is known, and time is short. */
    static final int CONFIRM_CHANGE = 2;

    /** A failure mode that lasts so many steps will not pass by itself. */
    private static final long SEVERE_STEPS = 1000;

    /** The last good step has weights about to diverge; those of a tenth of the run earlier were not. */
    private static final int GO_BACK_DIVISOR = 10;

    private final List<SymptomDetector> detectors;
    private final Map<FailureMode, Course> courses = new EnumMap<>(FailureMode.class);
    private final ChangeWatch changes = new ChangeWatch();
    private long lastHealthy = -1;

    /** One failure mode over time. */
    private static final class Course {
        private final long since;
        private final long healthyBefore;
        private SymptomReading latest;
        private int weight;
        private boolean reported;

        Course(SymptomReading first, long since, long healthyBefore) {
            latest = first;
            this.since = since;
            this.healthyBefore = healthyBefore;
        }
    }

    public Doctor() {
        this(SymptomDetectorRegistry.ALL);
    }

    Doctor(List<SymptomDetector> detectors) {
        this.detectors = detectors;
    }

    /** The diagnosis after one more input. */
    public Diagnosis diagnose(DiagnosisInput input) {
        Map<FailureMode, SymptomReading> seen = new EnumMap<>(FailureMode.class);
        for (SymptomDetector detector : detectors) {
            detector.detect(input).ifPresent(reading -> seen.putIfAbsent(reading.failureMode(), reading));
        }
        Set<FailureMode> byChange = EnumSet.noneOf(FailureMode.class);
        for (SymptomReading reading : changes.detect(input)) {
            seen.putIfAbsent(reading.failureMode(), reading);
            byChange.add(reading.failureMode());
        }
        seen.forEach((mode, reading) -> seen(mode, reading, input.step(), byChange.contains(mode)));
        for (FailureMode mode : new ArrayList<>(courses.keySet())) {
            if (!seen.containsKey(mode)) {
                missed(mode);
            }
        }
        if (courses.isEmpty() && input.step() >= SymptomDetectorRegistry.WARM_UP) {
            lastHealthy = input.step();
        }
        return diagnosis(input);
    }

    private void seen(FailureMode mode, SymptomReading reading, long step, boolean byChange) {
        Course course = courses.computeIfAbsent(mode, one -> new Course(reading, step, lastHealthy));
        course.latest = reading;
        course.weight = Math.min(course.weight + 1, CONFIRM + RELEASE);
        course.reported |= byChange && course.weight >= CONFIRM_CHANGE
                || course.weight >= CONFIRM && step - course.since >= MIN_STEPS;
    }

    private void missed(FailureMode mode) {
        Course course = courses.get(mode);
        if (course != null && --course.weight <= 0) {
            courses.remove(mode);
        }
    }

    private Diagnosis diagnosis(DiagnosisInput input) {
        long step = input.step();
        for (Map.Entry<FailureMode, Course> entry : courses.entrySet()) {
            Course course = entry.getValue();
            if (course.reported) {
                SpecChange cause = ChangeWatch.causeOf(input, course.since);
                long healthy = cause == null ? course.healthyBefore : beforeChange(course.healthyBefore, cause);
                List<SuggestedFix> fixes = FixCatalogue.of(entry.getKey(), input.spec(), healthy);
                return new Diagnosis(
                        step,
                        course.latest,
                        course.since,
                        entry.getKey() == FailureMode.EXPLOSION || step - course.since >= SEVERE_STEPS,
                        cause,
                        cause == null ? fixes : withUndo(cause, fixes));
            }
        }
        return Diagnosis.healthy(step, SymptomDetectorRegistry.capturesAllModes(input));
    }

    /** A run looks healthy for some steps after the change that ruins it; going back to them would ruin it again. */
    private static long beforeChange(long healthyStep, SpecChange cause) {
        return Math.min(healthyStep, Math.max(0, cause.step() - 1));
    }

    /** Undoing the change first, then the best of the other fixes, then the way back. */
    private static List<SuggestedFix> withUndo(SpecChange cause, List<SuggestedFix> fixes) {
        List<SuggestedFix> all = new ArrayList<>();
        all.add(new SuggestedFix.UndoChange(cause));
        if (fixes.size() > 1) {
            all.add(fixes.get(0));
        }
        all.add(fixes.get(fixes.size() - 1));
        return all;
    }

    /**
     * The diagnosis of a step that diverged, which needs no confirmation.
     *
     * @param goodStep the one that the run was taken back to
     */
    public static Diagnosis diverged(GanSpec spec, long badStep, long goodStep) {
        SymptomReading reading = new SymptomReading(Symptom.NOT_A_NUMBER, badStep, goodStep);
        long earlier = goodStep - Math.max(goodStep / GO_BACK_DIVISOR, Math.min(goodStep, MIN_STEPS));
        List<SuggestedFix> fixes = new ArrayList<>(FixCatalogue.of(FailureMode.EXPLOSION, spec, earlier));
        // Lower rates alone do not help weights that are about to diverge.
        Collections.reverse(fixes);
        return new Diagnosis(badStep, reading, badStep, true, fixes);
    }
}
