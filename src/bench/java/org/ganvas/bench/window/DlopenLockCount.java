package org.ganvas.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Count of dlopen calls inside dl_iterate_phdr, the only way for the start of ND4J and JavaFX to deadlock (see {@code
 * engine.NativeOrder}); must be 0. Runs an unattended start of the window, or the given command line. Linux with a C
 * compiler; the window needs a display.
 *
 * <p>No arguments for the window, {@code train --preset ...} for a command.
 */
public final class DlopenLockCount {

    private DlopenLockCount() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path shim = Files.createTempDirectory("lock-order").resolve("lockorder.so");
        run(new ProcessBuilder("cc", "-O1", "-shared", "-fPIC", "-o", shim.toString(), "src/test/c/lockorder.c", "-ldl")
                .inheritIO());
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dganvas.rehearse=5",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ganvas.app.Launcher"));
        command.addAll(List.of(args));
        Path errors = shim.resolveSibling("errors");
        ProcessBuilder program = new ProcessBuilder(command).redirectError(errors.toFile());
        program.environment().put("LD_PRELOAD", shim.toString());
        run(program);
        String count = Files.readAllLines(errors).stream()
                .filter(line -> line.startsWith("lock-order:"))
                .findFirst()
                .orElseThrow(() -> new IOException("The process did not say how often."));
        System.out.println(count);
        System.exit(count.endsWith(" 0 inside") ? 0 : 1);
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("Status " + status + ": " + builder.command().get(0));
        }
    }
}
