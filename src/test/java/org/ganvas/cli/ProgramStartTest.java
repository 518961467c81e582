package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, in surroundings that a process cannot change for itself. */
@EnabledOnOs(OS.LINUX)
class ProgramStartTest {

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    /** Runs the program under a POSIX locale with a home that has no name there. */
    private int run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=/home/\u00fcml\u00e4ut",
                "org.ganvas.app.Launcher"));
        command.addAll(List.of(args));
        Path stdout = folder.resolve("out");
        Path stderr = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL",
                        "C",
                        "LANG",
                        "C",
                        "XDG_CONFIG_HOME",
                        folder.resolve("config").toString()));
        int status = builder.start().waitFor();
        out = Files.readString(stdout, StandardCharsets.ISO_8859_1);
        err = Files.readString(stderr, StandardCharsets.ISO_8859_1);
        assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
        return status;
    }

    @Test
    void aPosixLocaleAndADamagedSettingsFileAreToldInASentenceEach() throws Exception {
        Files.createDirectories(folder.resolve("config/ganvas"));
        Files.writeString(folder.resolve("config/ganvas/settings.properties"), "bad=\\u12zz\n");
        assertEquals(0, run("presets"), err);
        assertTrue(out.contains("minute "), out);
        assertTrue(err.contains("cannot name your home folder"), err);
        assertTrue(err.contains("LC_ALL=C.UTF-8"), err);
        assertTrue(err.contains("are damaged: 1 of their lines"), err);
        assertEquals(2, err.lines().count(), err);
    }

    @Test
    void pathsThatTheEncodingCannotNameAreRefusedInASentence() throws Exception {
        Path data = folder.resolve("donn\u00e9es");
        assertEquals(2, run("train", "--data", data.toString(), "--steps", "1"), err);
        assertTrue(err.contains("cannot be a path here"), err);
        assertEquals(2, run("sample", data + "/x.ganvas", "--out", "a.png"), err);
        assertTrue(err.contains("cannot be a path here"), err);
    }
}
