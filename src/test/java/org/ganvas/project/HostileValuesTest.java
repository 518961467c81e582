package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.project.io.ProjectLimits;
import org.junit.jupiter.api.Test;

/** Values that are numbers or texts but none that a run can have: with them, resuming would never end or never begin. */
class HostileValuesTest extends CorruptProject {

    private void refused(String from, String to, String because) throws Exception {
        rewrite(json -> json.replaceFirst(from, to));
        assertRefused(because);
    }

    @Test
    void timesBeyondAnyRunAreRefused() throws Exception {
        for (String time : List.of("1e308", "1e11", "-1", "1e999")) {
            refused("\"trainedSeconds\" : [0-9.]+", "\"trainedSeconds\" : " + time, "training time");
        }
    }

    @Test
    void stepsBeyondAnyRunAreRefused() throws Exception {
        refused("\"step\" : 100", "\"step\" : " + Long.MAX_VALUE, "its step is more than a run can reach");
        refused("\"step\" : 100", "\"step\" : " + (ProjectLimits.MAX_STEP + 1), "its step is more");
    }

    @Test
    void theLargestStepAndTimeAreThoseOfARun() throws Exception {
        rewrite(json -> json.replaceFirst("\"step\" : 100", "\"step\" : " + ProjectLimits.MAX_STEP)
                .replaceFirst("\"trainedSeconds\" : [0-9.]+", "\"trainedSeconds\" : 1e10"));
        assertEquals(ProjectLimits.MAX_STEP, new ProjectStore().summary(file).step());
    }

    @Test
    void namesAndFingerprintsAreBounded() throws Exception {
        refused("\"eins\"", "\"" + "e".repeat(2000) + "\"", "the name of a class is too long");
        refused("\"fingerprint\" : \"\"", "\"fingerprint\" : \"x\"", "fingerprint");
        refused("\"presetId\" : \"minute\"", "\"presetId\" : \"" + "m".repeat(2000) + "\"", "preset");
    }
}
