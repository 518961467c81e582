package org.ganvas.session.render;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.RunCapture;

/** Which generator the explorer draws with. Immutable, any thread. */
public sealed interface GeneratorSource {

    /** The one that is being trained, as it is now. */
    record Live() implements GeneratorSource {}

    /**
     * One that stands still: a moment of the run, a project file, an imported model.
     *
     * @param name what people call it, such as a file's name or "step 1,200"
     * @param spec its networks; only the generator's part is built
     * @param state the generator's weights and statistics, and the averaged ones where the spec keeps them
     * @param classNames names of its classes; empty where it has none
     */
    record Frozen(String name, GanSpec spec, TrainerState state, List<String> classNames) implements GeneratorSource {

        /** Keeps no other arrays than rendering needs: with D and the optimizers it would be several times as many. */
        public Frozen {
            state = state.generatorWeights();
            classNames = List.copyOf(classNames);
        }

        /** The generator of a captured run. */
        public static Frozen of(String name, RunCapture capture) {
            return new Frozen(
                    name, capture.info().spec(), capture.state(), capture.info().classNames());
        }
    }
}
