package org.ganvas.engine.train;

import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.GanSpec;

/** Batches of a translation with seed 1, for benchmarks of other packages. */
public final class TranslationDraws {

    private final TrainingBatchLoader batches;
    private final boolean paired;
    private long draw;

    public TranslationDraws(GanSpec spec, Dataset data, boolean paired) {
        batches = new TrainingBatchLoader(spec, data, 1);
        this.paired = paired;
    }

    /** What the next step draws, row after row: conditions and images of a pair, or images of both sets. */
    public float[][] next() {
        draw++;
        GameValue.Source given = (GameValue.Source) (paired ? GameValue.CONDITION : GameValue.FIRST_SET);
        GameValue.Source wanted = (GameValue.Source) (paired ? GameValue.IMAGES : GameValue.SECOND_SET);
        return new float[][] {
            batches.source(given, draw, draw).toFloats(), batches.source(wanted, draw, draw).toFloats()
        };
    }
}
