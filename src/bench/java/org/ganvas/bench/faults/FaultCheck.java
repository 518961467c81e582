package org.ganvas.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.ganvas.bench.support.TinyRun;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.RandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/**
 * Opens spoiled and hostile projects and data: every one must be refused with one sentence or give what was saved,
 * within seconds and within a bound of memory. Arguments: cases of each, that is of projects, IDX files, folders of
 * pictures and Deeplearning4j zips (500), seed (1).
 */
public final class FaultCheck {

    /** What a case may come to. The first five are right. */
    public enum Outcome {
        REFUSED,
        SAME,
        /** Pixels have no checksum: a data set may differ from the original, but not in size. */
        OTHER_PIXELS,
        /** A folder goes on without a picture that cannot be read, and says so. */
        LEFT_OUT,
        /** Readable settings may be edited by hand: another value that makes sense is taken, the arrays are untouched. */
        EDITED,
        DIFFERENT,
        UNCLEAR_SENTENCE,
        CRASHED,
        HUNG,
        TOO_MUCH_MEMORY;

        boolean right() {
            return ordinal() <= EDITED.ordinal();
        }
    }

    private static final long PATIENCE_SECONDS = 30;

    /** Of what is read: a project of some kilobytes, pictures of some more. Bombs hold ten times as much. */
    private static final long MOST_BYTES = 96L << 20;

    private final ExecutorService reader = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Path folder;
    private final Path project;
    private final Path pictures;
    private final byte[] goodProject;
    private final byte[] goodPictures;
    private final long seed;
    private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param folder an empty one
     */
    public FaultCheck(Path folder, long seed) throws IOException, ProjectException {
        this.folder = folder;
        this.seed = seed;
        project = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.rendered(), project);
        goodProject = Files.readAllBytes(project);
        Path data = TinyRun.writeData(folder);
        pictures = data.resolve("train-images-idx3-ubyte");
        goodPictures = Files.readAllBytes(pictures);
    }

    public static void main(String[] args) throws Exception {
        int cases = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        FaultCheck test = new FaultCheck(Files.createTempDirectory("ganvas-fault"), seed);
        test.everything(cases);
        System.out.print(test.report());
        System.exit(test.wrong().isEmpty() ? 0 : 1);
    }

    /** Half of the cases are accidents to a project, a quarter hostile projects, a quarter accidents to data. */
    public void run(int cases) throws IOException, InterruptedException {
        for (int i = 0; i < cases; i++) {
            RandomStream random = new RandomStream(seed, Purpose.TEST, i);
            int round = i / 4;
            switch (i % 4) {
                case 0, 1 -> accident(2 * round + i % 4, random);
                case 2 -> hostile(HostileZip.values()[round % HostileZip.values().length], random, i);
                default -> data(round, random, i);
            }
        }
    }

    /** As many cases of each kind of file. */
    private void everything(int cases) throws Exception {
        for (int i = 0; i < cases; i++) {
            RandomStream random = new RandomStream(seed, Purpose.TEST, i);
            if (i % 3 == 2) {
                hostile(HostileZip.values()[i / 3 % HostileZip.values().length], random, i);
            } else {
                accident(i, random);
            }
            data(i, random, i);
        }
        Files.write(project, goodProject);
        spoil(ImageFaults.in(folder), cases);
        spoil(ModelFaults.in(folder), cases);
    }

    private void spoil(List<FaultSubject> subjects, int cases) throws IOException, InterruptedException {
        for (int i = 0; i < cases; i++) {
            FaultSubject subject = subjects.get(i % subjects.size());
            FaultCase kind = FaultCase.values()[i / subjects.size() % FaultCase.values().length];
            Files.write(subject.file(), subject.spoiling().apply(kind, new RandomStream(seed, Purpose.TEST, i)));
            count(subject.name() + ": " + kind, i, subject.opening());
            Files.write(subject.file(), subject.good());
        }
    }

    private void accident(int number, RandomStream random) throws IOException, InterruptedException {
        FaultCase kind = FaultCase.values()[number % FaultCase.values().length];
        Files.write(project, kind.spoil(goodProject, random));
        count("project: " + kind, number, () -> openProject(Outcome.DIFFERENT));
    }

    private void hostile(HostileZip kind, RandomStream random, int number) throws IOException, InterruptedException {
        Files.write(project, kind.make(goodProject, random));
        count("hostile: " + kind, number, () -> openProject(Outcome.EDITED));
    }

    private void data(int round, RandomStream random, int number) throws IOException, InterruptedException {
        int kinds = FaultCase.values().length;
        boolean packed = round / kinds % 2 == 1;
        FaultCase kind = FaultCase.values()[round % kinds];
        Files.write(pictures, kind.spoil(packed ? gzip(goodPictures) : goodPictures, random));
        count((packed ? "gzip data: " : "data: ") + kind, number, this::openData);
    }

    private Outcome openProject(Outcome otherSettings) {
        RunCapture run;
        try {
            run = new ProjectStore().load(project);
            new ProjectStore().summary(project);
        } catch (ProjectException e) {
            return sentence(e.getMessage());
        }
        try {
            RunFixtures.assertSame(RunFixtures.tiny(), run);
            return Outcome.SAME;
        } catch (AssertionError e) {
            return ResumeCheck.different(RunFixtures.tiny(), run).isEmpty() ? otherSettings : Outcome.DIFFERENT;
        }
    }

    private Outcome openData() {
        try {
            Dataset data = DatasetRegistry.open(pictures.getParent().toString(), Progress.NONE);
            return data.size() == 64 ? Outcome.OTHER_PIXELS : Outcome.DIFFERENT;
        } catch (DataException e) {
            return sentence(String.valueOf(e.getMessage()));
        }
    }

    static Outcome sentence(String text) {
        boolean clear = text.lines().count() == 1
                && text.endsWith(".")
                && text.length() < 500
                && !text.contains("null")
                && !text.contains("java.")
                && !text.contains("org.ganvas.")
                && !text.contains("Exception");
        return clear ? Outcome.REFUSED : Outcome.UNCLEAR_SENTENCE;
    }

    private void count(String kind, int number, Callable<Outcome> opening) throws InterruptedException {
        String[] why = {""};
        Outcome outcome;
        try {
            outcome = reader.submit(() -> bounded(opening)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            outcome = Outcome.HUNG;
        } catch (ExecutionException e) {
            outcome = Outcome.CRASHED;
            why[0] = " " + e.getCause();
        }
        counts.computeIfAbsent(kind, key -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        if (!outcome.right()) {
            wrong.add(kind + ", case " + number + " of seed " + seed + ": " + outcome + why[0]);
        }
    }

    private static Outcome bounded(Callable<Outcome> opening) throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Outcome outcome = opening.call();
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        return taken > MOST_BYTES ? Outcome.TOO_MUCH_MEMORY : outcome;
    }

    private byte[] gzip(byte[] plain) throws IOException {
        Path packed = folder.resolve("packed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(plain);
        }
        return Files.readAllBytes(packed);
    }

    /** Cases that came to what they must not. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How often each kind came to what. */
    public String report() {
        StringBuilder text = new StringBuilder();
        Map<String, Map<Outcome, Integer>> files = new TreeMap<>();
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        counts.forEach((kind, outcomes) -> {
            text.append(String.format(Locale.ROOT, "%-32s %s%n", kind, outcomes));
            Map<Outcome, Integer> file =
                    files.computeIfAbsent(kind.substring(0, kind.indexOf(':')), key -> new EnumMap<>(Outcome.class));
            outcomes.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum));
            outcomes.forEach((outcome, count) -> file.merge(outcome, count, Integer::sum));
        });
        files.forEach((file, outcomes) -> text.append(String.format(
                Locale.ROOT,
                "%s: %d cases, %s%n",
                file,
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                outcomes)));
        wrong.forEach(line -> text.append(line).append(System.lineSeparator()));
        int cases = all.values().stream().mapToInt(Integer::intValue).sum();
        return text + String.format(Locale.ROOT, "%d cases: %s; %d wrong%n", cases, all, wrong.size());
    }
}
