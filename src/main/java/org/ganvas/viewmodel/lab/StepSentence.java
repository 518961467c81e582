package org.ganvas.viewmodel.lab;

import java.util.Set;

/**
 * One sentence about a recorded step. Immutable, any thread.
 *
 * @param kind what it is about
 * @param text with the step's own numbers
 */
public record StepSentence(Kind kind, String text) {

    /** Subjects of the sentences, in their order, each with the parts of the diagram that it is about. */
    public enum Kind {
        LATENTS(LabPart.NOISE),
        FAKES(LabPart.GENERATOR, LabPart.FAKES),
        REAL(LabPart.DATA),
        ANSWERS(LabPart.DISCRIMINATOR, LabPart.ANSWERS),
        D_LOSS(LabPart.D_LOSS),
        PENALTY(LabPart.D_LOSS),
        D_GRADIENT(LabPart.D_GRADIENT),
        D_UPDATE(LabPart.D_UPDATE, LabPart.DISCRIMINATOR),
        D_CHANGE(LabPart.DISCRIMINATOR, LabPart.D_LOSS),
        G_TURN(LabPart.FAKES, LabPart.DISCRIMINATOR, LabPart.ANSWERS),
        G_LOSS(LabPart.G_LOSS),
        FORCES(LabPart.FORCES),
        G_GRADIENT(LabPart.FORCES, LabPart.GENERATOR),
        G_UPDATE(LabPart.G_UPDATE, LabPart.GENERATOR),
        G_CHANGE(LabPart.FAKES),
        END(LabPart.values());

        private final Set<LabPart> parts;

        Kind(LabPart... parts) {
            this.parts = Set.of(parts);
        }

        /** Parts of the diagram that it is about. */
        public Set<LabPart> parts() {
            return parts;
        }
    }
}
