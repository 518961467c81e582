package org.ganvas.viewmodel.timeline;

import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Texts of the stages of a run that grows. Pure functions. */
public final class StageTexts {

    private StageTexts() {}

    /** Name of a part of the run: the pixels of a stage, or that the next one fades in. */
    public static String band(GrowthStages stages, GrowthStages.Phase phase) {
        return phase.fading() ? Messages.text("growth.band.fading") : pixels(stages, phase.stage());
    }

    private static String pixels(GrowthStages stages, int stage) {
        return Messages.text(
                "growth.pixels", NumberFormats.count(stages.width(stage)), NumberFormats.count(stages.height(stage)));
    }

    /** Share of the stage that a step lies in: 1 where none fades in. */
    public static double share(GrowthStages stages, long step) {
        GrowthStages.Phase phase = stages.phaseAt(step);
        return phase.fading() ? stages.at(step) - (phase.stage() - 1) : 1;
    }

    /** Pixels at a step, with the share of a stage that fades in. */
    public static String at(GrowthStages stages, long step) {
        GrowthStages.Phase phase = stages.phaseAt(step);
        String pixels = pixels(stages, phase.stage());
        return phase.fading()
                ? Messages.text("growth.fading", pixels, NumberFormats.percent(share(stages, step)))
                : pixels;
    }

    /** The same as a sentence, for a screen reader. */
    public static String spoken(GrowthStages stages, long step) {
        GrowthStages.Phase phase = stages.phaseAt(step);
        return Messages.text(
                phase.fading() ? "growth.spoken.fading" : "growth.spoken",
                NumberFormats.count(stages.width(phase.stage())),
                NumberFormats.count(stages.height(phase.stage())),
                NumberFormats.percent(share(stages, step)));
    }
}
