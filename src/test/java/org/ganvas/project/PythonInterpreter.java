package org.ganvas.project;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine's Python, where it has one; {@code -Dganvas.python=PATH} names another. */
final class PythonInterpreter {

    private static final String PYTHON = System.getProperty("ganvas.python", "python3");
    private static final long PATIENCE_SECONDS = 300;

    private PythonInterpreter() {}

    /** What a run of it printed and how it ended. */
    record Outcome(int status, String text) {}

    static void assumePresent() {
        assumeTrue(works("-c", "import sys"), "skipped: there is no " + PYTHON + " here to compile scripts with");
    }

    static void assumeTorch() {
        assumeTrue(
                works("-c", "import torch"),
                "skipped: " + PYTHON + " has no PyTorch; name one that has with -Dganvas.python=PATH");
    }

    private static boolean works(String... arguments) {
        try {
            return run(List.of(arguments)).status() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    static Outcome run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("Python does not end");
        }
        return new Outcome(process.exitValue(), text);
    }
}
