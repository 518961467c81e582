package org.ganvas.session.lab;

import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.StepReport;
import org.jspecify.annotations.Nullable;

/**
 * Record of one training step on 2-D points: what each network saw, answered and changed. Immutable, any thread; arrays are
 * not to be changed.
 *
 * @param spec of the run in the step
 * @param step number of the step, from 1
 * @param only the network that was updated while the other rested; null for both
 * @param report losses and sizes of the updates
 * @param discriminator D's last update; null where D rested
 * @param generator G's update; null where G rested
 * @param field D on a lattice before and after its update
 */
public record StepTrace(
        GanSpec spec,
        long step,
        @Nullable Player only,
        StepReport report,
        @Nullable DiscriminatorHalf discriminator,
        @Nullable GeneratorHalf generator,
        Field field) {

    /**
     * D's half of a step.
     *
     * @param latents that the generated points were made from, row after row
     * @param real x and y of each real point as D saw it
     * @param fake x and y of each generated point as D saw it
     * @param realBefore D's logits of real points before the update, one a pack
     * @param fakeBefore the same of generated points
     * @param realAfter D's logits of real points after the update, one a point
     * @param fakeAfter the same of generated points
     * @param lossAfter D's loss on the same points after the update
     */
    public record DiscriminatorHalf(
            float[] latents,
            float[] real,
            float[] fake,
            float[] realBefore,
            float[] fakeBefore,
            float[] realAfter,
            float[] fakeAfter,
            double lossAfter) {

        /** Coordinates of one latent. */
        public int latentDimensions() {
            return latents.length / (fake.length / 2);
        }

        /** The first two coordinates of each latent in turn; 0 for the second of latents of one dimension. */
        public float[] latentPlaces() {
            int dimensions = latentDimensions();
            float[] places = new float[fake.length];
            for (int i = 0; i < places.length / 2; i++) {
                places[2 * i] = latents[i * dimensions];
                places[2 * i + 1] = dimensions > 1 ? latents[i * dimensions + 1] : 0;
            }
            return places;
        }
    }

    /**
     * G's half of a step.
     *
     * @param before x and y of each generated point before the update
     * @param logits of D, one a pack
     * @param forces x and y of the force on each point
     * @param after x and y of the point of the same latent after the update
     */
    public record GeneratorHalf(float[] before, float[] logits, float[] forces, float[] after) {}

    /**
     * D on a lattice.
     *
     * @param lattice over the data and widely around it
     * @param data area of the data
     * @param before D's logit at each lattice point before the step
     * @param after D's logit at each after it
     * @param neutral logit of a point that D takes for neither
     */
    public record Field(PointLattice lattice, PointBounds data, float[] before, float[] after, double neutral) {}
}
