package org.ganvas.bench.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Child processes of a benchmark with the same class path. */
public final class ChildProcesses {

    private ChildProcesses() {}

    /** Starts a main class in a new process that inherits only the error stream. */
    public static Process start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
