package org.ganvas.cli;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A handful of labelled images in MNIST's format. */
final class StripeFiles {

    static final int SIDE = 28;

    private StripeFiles() {}

    static void write(Path folder, int count) throws IOException {
        Path data = Files.createDirectory(folder);
        try (DataOutputStream images =
                        new DataOutputStream(Files.newOutputStream(data.resolve("train-images-idx3-ubyte")));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(data.resolve("train-labels-idx1-ubyte")))) {
            for (int number : new int[] {0x803, count, SIDE, SIDE}) {
                images.writeInt(number);
            }
            labels.writeInt(0x801);
            labels.writeInt(count);
            for (int i = 0; i < count; i++) {
                labels.writeByte(i % 10);
                for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                    images.writeByte(pixel % SIDE / 3 == i % 10 ? 255 : 0);
                }
            }
        }
    }
}
