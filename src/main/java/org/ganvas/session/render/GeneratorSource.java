package org.ganvas.session.render;

import java.util.List;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.RunCapture;

/** The generator that the Explore screen renders with. Immutable, any thread. */
public sealed interface GeneratorSource {

    /** The generator in training, as it is now. */
    record Live() implements GeneratorSource {}

    /**
     * A generator whose weights do not change: of a checkpoint, a project file, an imported model.
     *
     * @param name shown to the user, such as a file's name or "step 1,200"
     * @param spec of its networks; only the generator's part is built
     * @param state the generator's weights and statistics, and the averaged ones where the spec keeps them
     * @param classNames names of its classes; empty where it has none
     * @param pointTransform of its points; the identity for images
     */
    record Frozen(String name, GanSpec spec, TrainerState state, List<String> classNames, PointTransform pointTransform)
            implements GeneratorSource {

        /** Keeps no other arrays than rendering needs: with D and the optimizers it would be several times as many. */
        public Frozen {
            // An encoder is of use beside G, and D with both.
            state = spec.game() instanceof EncodingSpec ? state.weights() : state.generatorWeights();
            classNames = List.copyOf(classNames);
        }

        /** A generator of images, or of points as they are. */
        public Frozen(String name, GanSpec spec, TrainerState state, List<String> classNames) {
            this(name, spec, state, classNames, PointTransform.IDENTITY);
        }

        /** The generator of a captured run without its optimizer, which would be two thirds of the memory. */
        public static Frozen of(String name, RunCapture capture) {
            return new Frozen(
                    name,
                    capture.info().spec(),
                    capture.state(),
                    capture.info().classNames(),
                    capture.info().pointTransform());
        }
    }
}
