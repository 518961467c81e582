package org.ganvas.bench.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Comparison of two builds of the program: every preset is trained for some steps by both command lines with
 * one seed and one thread, and the checksums of all arrays in the two project files are compared. Arguments: the older
 * {@code ganvas.jar}, the newer one, steps (5), presets (all).
 */
public final class PresetEquality {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PresetEquality() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path older = Path.of(args[0]).toAbsolutePath();
        Path newer = Path.of(args[1]).toAbsolutePath();
        int steps = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        List<String> presets = args.length > 3 ? List.of(args).subList(3, args.length) : presets(newer);
        Path folder = Files.createTempDirectory("preset-equality");
        int different = 0;
        System.out.printf(Locale.ROOT, "%-18s %7s  %s%n", "preset", "arrays", "after " + steps + " steps");
        for (String preset : presets) {
            Map<String, String> before = train(older, preset, steps, folder.resolve(preset + "-older.ganvas"));
            Map<String, String> after = train(newer, preset, steps, folder.resolve(preset + "-newer.ganvas"));
            // A newer build may store more arrays, such as counters.
            boolean equal = after.entrySet().containsAll(before.entrySet()) && !before.isEmpty();
            different += equal ? 0 : 1;
            System.out.printf(Locale.ROOT, "%-18s %7d  %s%n", preset, before.size(), equal ? "equal to the last bit" : "DIFFERENT");
        }
        System.out.printf(Locale.ROOT, "%d presets, %d different%n", presets.size(), different);
        System.exit(different == 0 ? 0 : 1);
    }

    private static List<String> presets(Path jar) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("java", "-jar", jar.toString(), "presets")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> ids = new ArrayList<>();
        String listed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        for (String line : listed.lines().toList()) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                ids.add(line.split("\\s+", 2)[0]);
            }
        }
        process.waitFor();
        return ids;
    }

    /** Checksums of the arrays of the trained project by name; empty where training failed. */
    private static Map<String, String> train(Path jar, String preset, int steps, Path project)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                "java", "-jar", jar.toString(), "train", "--preset", preset, "--steps", String.valueOf(steps), "--seed",
                "1", "--threads", "1", "--out", project.toString());
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Map<String, String> checksums = new TreeMap<>();
        if (status == 0) {
            try (ZipFile zip = new ZipFile(project.toFile());
                    InputStream in = zip.getInputStream(zip.getEntry("project.json"))) {
                for (JsonNode array : JSON.readTree(in).path("arrays")) {
                    checksums.put(array.path("name").asText(), array.path("sha256").asText());
                }
            }
        }
        return checksums;
    }
}
