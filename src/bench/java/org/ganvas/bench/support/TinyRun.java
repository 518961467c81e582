package org.ganvas.bench.support;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;

/** Tiny GAN whose training time is negligible beside processes, files and locks. */
public final class TinyRun {

    private static final int SIDE = 8;
    private static final int IMAGES = 64;

    private TinyRun() {}

    /** Writes 64 images of stripes, 8x8, as IDX files. */
    public static Path writeData(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("stripes"));
        try (DataOutputStream images =
                        new DataOutputStream(Files.newOutputStream(data.resolve("train-images-idx3-ubyte")));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(data.resolve("train-labels-idx1-ubyte")))) {
            for (int number : new int[] {0x803, IMAGES, SIDE, SIDE}) {
                images.writeInt(number);
            }
            labels.writeInt(0x801);
            labels.writeInt(IMAGES);
            for (int i = 0; i < IMAGES; i++) {
                labels.writeByte(i % 4);
                for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                    images.writeByte(pixel % SIDE / 2 == i % 4 ? 255 : 0);
                }
            }
        }
        return data;
    }

    public static RunRequest request(Path data, long seed) {
        NetworkSpec generator = new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(
                        new LayerSpec.Dense(32),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(SIDE * SIDE),
                        new LayerSpec.Tanh()));
        NetworkSpec discriminator = new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(new LayerSpec.Dense(32), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(1)));
        OptimizerSpec adam = OptimizerSpec.adam(2e-4, 0.5, 0.999);
        GanSpec spec = new GanSpec(
                8,
                new ImageShape(1, SIDE, SIDE),
                0,
                Conditioning.NONE,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
        return new RunRequest("minute", spec, data.toString(), seed);
    }

    /** State of the run, as soon as one is loaded. */
    public static RunCapture capture(TrainingSession session) throws InterruptedException {
        while (true) {
            CompletableFuture<RunCapture> answer = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(answer));
            try {
                return answer.get();
            } catch (ExecutionException notYet) {
                LockSupport.parkNanos(2_000_000);
            }
        }
    }
}
