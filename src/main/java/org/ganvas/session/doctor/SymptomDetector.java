package org.ganvas.session.doctor;

import java.util.Optional;

/** Detector of one symptom. A pure function, any thread. */
@FunctionalInterface
interface SymptomDetector {

    /** The reading of the symptom; empty where it is not seen. */
    Optional<SymptomReading> detect(DiagnosisInput input);
}
