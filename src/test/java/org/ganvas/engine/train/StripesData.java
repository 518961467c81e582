package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.GanSpec;

/** Square images whose upper half is white in class 0 and black in class 1, and the lower half the other way round. */
public final class StripesData implements Dataset {

    private final int size;
    private final int side;

    public StripesData(int size) {
        this(size, 4);
    }

    public StripesData(int size, int side) {
        this.size = size;
        this.side = side;
    }

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("test:stripes", "Stripes", new ImageShape(1, side, side), List.of("up", "down"));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        int pixels = side * side;
        for (int i = 0; i < pixels; i++) {
            boolean upper = i < pixels / 2;
            target[offset + i] = upper == (label(index) == 0) ? 1 : -1;
        }
    }

    @Override
    public int label(int index) {
        return index % 2;
    }

    /** Weights of all networks after one step on these images. */
    public PlayerWeights trainedWeights(GanSpec spec) {
        try (GameTrainer trainer = new GameTrainer(spec, this, 1)) {
            trainer.step();
            PlayerWeights weights = trainer.newWeights();
            trainer.copyWeights(weights, false);
            return weights;
        }
    }
}
