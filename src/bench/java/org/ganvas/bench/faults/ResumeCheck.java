package org.ganvas.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganvas.app.Launcher;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.RunCapture;

/**
 * Check of resuming: a training in one process, and in two with a saved project between them, must end with the same
 * arrays to the last bit. Arguments: presets (mlp-b dcgan-light wgan-gp).
 */
public final class ResumeCheck {

    private static final int PART = 20;

    private ResumeCheck() {}

    public static void main(String[] args) throws Exception {
        List<String> presets = args.length > 0 ? List.of(args) : List.of("mlp-b", "dcgan-light", "wgan-gp");
        Path folder = Files.createTempDirectory("ganvas-resume");
        boolean all = true;
        for (String preset : presets) {
            all &= same(preset, folder);
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean same(String preset, Path folder) throws Exception {
        String whole = folder.resolve(preset + "-whole.ganvas").toString();
        String parts = folder.resolve(preset + "-parts.ganvas").toString();
        train(preset, 2 * PART, whole);
        train(preset, PART, parts);
        run("resume", parts, "--steps", Integer.toString(PART));
        RunCapture one = new ProjectStore().load(Path.of(whole));
        RunCapture two = new ProjectStore().load(Path.of(parts));
        List<String> different = different(one, two);
        if (one.state().step() != two.state().step()) {
            different.add("the step");
        }
        System.out.printf(Locale.ROOT,
                "%s: %d steps in one process and %d + %d in two give the same %d arrays: %s%n",
                preset,
                2 * PART,
                PART,
                PART,
                one.state().arrays().size(),
                different.isEmpty() ? "yes" : "no, different are " + different);
        return different.isEmpty();
    }

    /** Names of the arrays that differ in any bit. */
    static List<String> different(RunCapture one, RunCapture two) {
        List<NamedArray> left = one.state().arrays();
        List<NamedArray> right = two.state().arrays();
        List<String> different = new ArrayList<>();
        if (left.size() != right.size()) {
            different.add("the number of arrays");
            return different;
        }
        for (int i = 0; i < left.size(); i++) {
            boolean same = left.get(i).name().equals(right.get(i).name())
                    && Arrays.equals(bits(left.get(i)), bits(right.get(i)));
            if (!same) {
                different.add(left.get(i).name());
            }
        }
        return different;
    }

    private static int[] bits(NamedArray array) {
        int[] bits = new int[array.values().length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(array.values()[i]);
        }
        return bits;
    }

    private static void train(String preset, int steps, String out) throws IOException, InterruptedException {
        run("train", "--preset", preset, "--steps", Integer.toString(steps), "--out", out);
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("The command ended with status " + status + ": " + List.of(arguments));
        }
    }
}
