package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ganvas.data.PointTransform;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
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

    @Test
    void impossibleScalesOfPointsAreRefused() throws Exception {
        for (String scale :
                List.of("[ 0.0, 1.0 ]", "[ 1.0, -1.0 ]", "[ 1e999, 1.0 ]", "[ 1e-320, 1.0 ]", "[ 1.0 ]", "[ ]")) {
            refused("\"scale\" : \\[ 1.0, 1.0 ]", "\"scale\" : " + scale, "centre or scale");
        }
        refused("\"centre\" : \\[ 0.0, 0.0 ]", "\"centre\" : [ 1e999, 0.0 ]", "centre or scale");
        refused("\"centre\" : \\[ 0.0, 0.0 ]", "\"centre\" : [ \"NaN\", 0.0 ]", "centre or scale");
    }

    @Test
    void aFileWithoutAScaleHasPointsAsTheyAre() throws Exception {
        rewrite(json -> json.replaceFirst(",\\s*\"points\" : \\{[^}]*}", ""));
        assertEquals(
                PointTransform.IDENTITY, new ProjectStore().load(file).info().pointTransform());
    }

    @Test
    void everyDigitOfCentreAndScaleComesBack() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            PointTransform written = new PointTransform(
                    Math.scalb(random.nextGaussian(), random.nextInt(1990) - 995),
                    1.7e9 + random.nextDouble(),
                    Math.scalb(1 + random.nextDouble(), random.nextInt(1990) - 995),
                    Math.nextUp(1.0));
            RunCapture run = RunFixtures.tiny();
            RunInfo info = run.info();
            RunInfo scaled = new RunInfo(1, info.request(), "", 1, List.of(), "", written);
            new ProjectStore().save(new RunCapture(scaled, run.state(), run.trainedSeconds(), run.scalars()), other());
            assertEquals(written, new ProjectStore().load(other()).info().pointTransform());
        }
    }

    private Path other() {
        return file.resolveSibling("scaled.ganvas");
    }
}
