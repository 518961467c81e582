package org.ganvas.session.doctor;

import java.util.Optional;

/** Looks for one sign. A pure function, any thread. */
@FunctionalInterface
interface Detector {

    Optional<SymptomReading> detect(DiagnosisInput checkUp);
}
