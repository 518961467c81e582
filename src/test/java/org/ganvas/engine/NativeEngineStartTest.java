package org.ganvas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.autodiff.Tensor;
import org.junit.jupiter.api.Test;

/** A tensor that is made before anything has loaded the native libraries, in a program of its own. */
final class NativeEngineStartTest {

    private static final long SECONDS = 240;

    @Test
    void firstTensorLoadsTheLibraries() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstTensor.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(SECONDS, TimeUnit.SECONDS), output);
        assertEquals(0, program.exitValue(), output);
        assertTrue(output.contains("2.5"), output);
    }

    /** Program that makes a tensor and nothing before it. */
    static final class FirstTensor {

        private FirstTensor() {}

        public static void main(String[] args) {
            System.out.println(Tensor.of(new float[] {2.5f}, 1).scalar());
        }
    }
}
