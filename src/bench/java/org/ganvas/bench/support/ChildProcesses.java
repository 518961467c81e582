package org.ganvas.bench.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes of this program, started from a measurement. */
public final class ChildProcesses {

    private ChildProcesses() {}

    /** A main class of the class path in a process of its own, that inherits nothing but the error stream. */
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
