package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** D's surface of the Lab, as it is at rest, against the exported D in stock Deeplearning4j. */
class PointSurfaceExportTest {

    private static final int POINTS = 1000;
    private static final int STEPS = 300;

    @TempDir
    private Path folder;

    @Test
    void everyPixelAtRestIsWhatStockDeeplearning4jAnswersThere() throws Exception {
        NativeEngine.start();
        GanSpec spec = PresetRegistry.get("ring").spec();
        TrainerState state = trained(spec);
        Path file = folder.resolve("d.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            Dl4jModelExport.write(spec, state, Player.DISCRIMINATOR, false, out);
        }
        // The pixels of a plot of 900 x 700, of which some are drawn.
        PointLattice pixels = new PointLattice(new PointBounds(-1.8, -1.4, 1.8, 1.4), 901, 701);
        Random random = new Random(5);
        float[] points = new float[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            int pixel = random.nextInt(pixels.size());
            System.arraycopy(pixels.points(pixel, pixel + 1), 0, points, 2 * i, 2);
        }
        float[] stock = MultiLayerNetwork.load(file.toFile(), false)
                .output(Nd4j.createFromArray(points).reshape(POINTS, 2))
                .dup('c')
                .data()
                .asFloat();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            probe.load(state);
            float[] ours = probe.logits(points, new int[POINTS]);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < POINTS; i++) {
                assertEquals(stock[i], ours[i], 1e-5, "point " + i);
                least = Math.min(least, ours[i]);
                most = Math.max(most, ours[i]);
            }
            assertTrue(most - least > 0.5, "a surface that is flat shows nothing: " + least + " to " + most);
        }
    }

    private static TrainerState trained(GanSpec spec) throws Exception {
        Dataset data = DatasetRegistry.open("builtin:ring", spec.image(), ProgressListener.NONE);
        try (Trainer trainer = Trainer.of(spec, data, 1)) {
            for (int i = 0; i < STEPS; i++) {
                trainer.step();
            }
            return trainer.capture();
        }
    }
}
