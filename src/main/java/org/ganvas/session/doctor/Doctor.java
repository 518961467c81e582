package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.GanSpec;

/**
 * Makes one diagnosis of many check-ups. A sign must be seen several times before it is told, and missed several times
 * before it is taken back, so that the verdict does not flicker. One thread.
 */
public final class Doctor {

    /** Check-ups in which a sign is seen before it is told. */
    static final int CONFIRM = 3;

    /** Check-ups without it, beyond those with it, before it is taken back. */
    static final int RELEASE = 4;

    /** Steps over which it is seen at least: some signs pass in a moment. */
    static final int MIN_STEPS = 200;

    /** A sign that stays so long will not go by itself. */
    private static final long SEVERE_STEPS = 1000;

    /** The last good step has weights that are about to blow up; a tenth of the run before it they were not. */
    private static final int GO_BACK_DIVISOR = 10;

    private final List<Detector> detectors;
    private final Map<FailureMode, Course> courses = new EnumMap<>(FailureMode.class);
    private long lastHealthy = -1;

    /** One ailment over time. */
    private static final class Course {
        private final long since;
        private final long healthyBefore;
        private SymptomReading latest;
        private int weight;
        private boolean told;

        Course(SymptomReading first, long since, long healthyBefore) {
            latest = first;
            this.since = since;
            this.healthyBefore = healthyBefore;
        }
    }

    public Doctor() {
        this(DetectorRegistry.ALL);
    }

    Doctor(List<Detector> detectors) {
        this.detectors = detectors;
    }

    /** Takes the next check-up into account. */
    public Diagnosis diagnose(DiagnosisInput checkUp) {
        Map<FailureMode, SymptomReading> seen = new EnumMap<>(FailureMode.class);
        for (Detector detector : detectors) {
            detector.detect(checkUp).ifPresent(finding -> seen.putIfAbsent(finding.failureMode(), finding));
        }
        seen.forEach((ailment, finding) -> seen(ailment, finding, checkUp.step()));
        for (FailureMode ailment : new ArrayList<>(courses.keySet())) {
            if (!seen.containsKey(ailment)) {
                missed(ailment);
            }
        }
        if (courses.isEmpty() && checkUp.step() >= DetectorRegistry.WARM_UP) {
            lastHealthy = checkUp.step();
        }
        return diagnosis(checkUp);
    }

    private void seen(FailureMode ailment, SymptomReading finding, long step) {
        Course course = courses.computeIfAbsent(ailment, one -> new Course(finding, step, lastHealthy));
        course.latest = finding;
        course.weight = Math.min(course.weight + 1, CONFIRM + RELEASE);
        course.told |= course.weight >= CONFIRM && step - course.since >= MIN_STEPS;
    }

    private void missed(FailureMode ailment) {
        Course course = courses.get(ailment);
        if (course != null && --course.weight <= 0) {
            courses.remove(ailment);
        }
    }

    private Diagnosis diagnosis(DiagnosisInput checkUp) {
        long step = checkUp.step();
        for (Map.Entry<FailureMode, Course> entry : courses.entrySet()) {
            Course course = entry.getValue();
            if (course.told) {
                return new Diagnosis(
                        step,
                        course.latest,
                        course.since,
                        entry.getKey() == FailureMode.EXPLOSION || step - course.since >= SEVERE_STEPS,
                        FixCatalogue.of(entry.getKey(), checkUp.spec(), course.healthyBefore));
            }
        }
        return Diagnosis.isHealthy(step);
    }

    /**
     * A step could not be made: that needs no second look.
     *
     * @param goodStep the one that the run went back to
     */
    public static Diagnosis diverged(GanSpec spec, long badStep, long goodStep) {
        SymptomReading finding = new SymptomReading(Symptom.NOT_A_NUMBER, badStep, goodStep);
        long earlier = goodStep - Math.max(goodStep / GO_BACK_DIVISOR, Math.min(goodStep, MIN_STEPS));
        List<SuggestedFix> remedies = new ArrayList<>(FixCatalogue.of(FailureMode.EXPLOSION, spec, earlier));
        // Slower steps alone do not mend weights that are about to blow up.
        Collections.reverse(remedies);
        return new Diagnosis(badStep, finding, badStep, true, remedies);
    }
}
