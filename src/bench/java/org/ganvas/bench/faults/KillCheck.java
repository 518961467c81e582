package org.ganvas.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ganvas.bench.support.ChildProcesses;
import org.ganvas.bench.support.TinyRun;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.NativeEngine;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;

/**
 * Check of crash safety: kills a process that trains and saves to one file continuously, at random times. After every
 * kill the file must open, contain at least the last step reported as saved, and continue training; the next process
 * continues from it. Arguments: number of kills (200), seed (1).
 */
public final class KillCheck {

    private static final int MOST_SAVES = 4;

    private final Path folder;
    private final Path file;
    private final SeededRandomStream random;
    private int leftovers;
    private int late;
    private long lastStep;

    private KillCheck(Path folder, long seed) {
        this.folder = folder;
        file = folder.resolve("run.ganvas");
        random = new SeededRandomStream(seed, Purpose.TEST, 0);
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 3 && args[0].equals("child")) {
            trainAndSave(Path.of(args[1]), Path.of(args[2]));
            return;
        }
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        Path folder = Files.createTempDirectory("ganvas-kill");
        new KillCheck(folder, args.length > 1 ? Long.parseLong(args[1]) : 1).run(kills);
        System.exit(0);
    }

    private void run(int kills) throws Exception {
        Path data = TinyRun.writeData(folder);
        NativeEngine.start();
        try (TrainingLoop session = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1))) {
            Process next = child(data);
            for (int i = 1; i <= kills; i++) {
                Process process = next;
                // The next process starts meanwhile, because starting takes longest.
                next = i < kills ? child(data) : process;
                long acknowledged = killAtSomeTime(process);
                check(session, acknowledged, i);
                leftovers += partials();
                if (i % 20 == 0) {
                    System.out.printf(Locale.ROOT, "%d kills, file at step %,d%n", i, lastStep);
                }
            }
        }
        System.out.printf(Locale.ROOT,
                "%d kills: the file opened and went on every time, and never lost a reported save; "
                        + "%d kills came while a file was half-written, %d while none was; "
                        + "%d half-written files are left after the last kill%n",
                kills,
                leftovers,
                kills - leftovers,
                partials());
        System.out.printf(Locale.ROOT, "%d kills found a newer file than the last report%n", late);
    }

    private Process child(Path data) throws IOException {
        return ChildProcesses.start(KillCheck.class, List.of("child", file.toString(), data.toString()));
    }

    /** Last step that the process reported as saved before it died. */
    private long killAtSomeTime(Process process) throws IOException, InterruptedException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        process.getOutputStream().write('g');
        process.getOutputStream().flush();
        long reported = Long.parseLong(out.readLine());
        long begin = System.nanoTime();
        int saves = 1 + random.nextInt(MOST_SAVES);
        for (int i = 0; i < saves; i++) {
            reported = Long.parseLong(out.readLine());
        }
        // Random time within a save, by the current duration of one.
        double share = random.nextInt(1000) / 1000.0;
        long end = System.nanoTime() + (long) (share * (System.nanoTime() - begin) / saves);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        // Not Process.destroyForcibly, which closes the streams and loses the last reports.
        process.toHandle().destroyForcibly();
        process.waitFor();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            reported = Math.max(reported, Long.parseLong(line));
        }
        return reported;
    }

    private void check(TrainingLoop session, long acknowledged, int kill)
            throws ProjectException, InterruptedException {
        RunCapture loaded = new ProjectStore().load(file);
        long step = loaded.state().step();
        if (step < acknowledged || step < lastStep) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "After kill %d the file is at step %d, but %d was saved.", kill, step, acknowledged));
        }
        late += step > acknowledged ? 1 : 0;
        lastStep = step;
        session.submit(new TrainingCommand.Restore(loaded));
        long goal = step + 2;
        RunCapture now = TinyRun.capture(session);
        while (now.state().step() != goal) {
            session.submit(new TrainingCommand.Start(new StopRule(goal, Double.POSITIVE_INFINITY)));
            LockSupport.parkNanos(5_000_000);
            now = TinyRun.capture(session);
        }
    }

    private int partials() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int)
                    files.filter(name -> name.toString().endsWith(".partial")).count();
        }
    }

    /** Child process: loads everything, waits for the start line, then trains and saves until it is killed. */
    private static void trainAndSave(Path file, Path data) throws Exception {
        NativeEngine.start();
        TrainingLoop session = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1));
        if (System.in.read() < 0) {
            return;
        }
        session.submit(
                Files.exists(file)
                        ? new TrainingCommand.Restore(new ProjectStore().load(file))
                        : new TrainingCommand.Load(TinyRun.request(data, 1)));
        RunCapture run = TinyRun.capture(session);
        while (true) {
            session.submit(new TrainingCommand.Start(StopRule.NEVER));
            new ProjectStore().save(run, file);
            System.out.println(run.state().step());
            System.out.flush();
            run = TinyRun.capture(session);
        }
    }
}
