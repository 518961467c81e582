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
import java.util.Objects;
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
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/**
 * Check that opens corrupted and hostile projects and data sets: each must be refused with one message or give what was
 * saved, within seconds and bounded memory. Arguments: cases of each kind, which are projects, IDX files, folders with
 * each format of images, Deeplearning4j zips and translations (500), seed (1).
 */
public final class FaultCheck {

    /** Outcomes of a case; the first five are correct. */
    public enum Outcome {
        REFUSED,
        SAME,
        /** Data set with other pixels, which have no checksum, but with the same number of images. */
        OTHER_PIXELS,
        /** Folder without its unreadable image, which was reported. */
        LEFT_OUT,
        /** Project with a changed but valid setting in its JSON and equal arrays. */
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

    /** Memory limit in bytes; the test files have some kilobytes, zip bombs ten times the limit. */
    private static final long MAX_BYTES = 96L << 20;

    private final ExecutorService reader = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Path folder;
    private final Path project;
    private final Path images;
    private final byte[] goodProject;
    private final byte[] goodImages;
    private final long seed;
    private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param folder an empty folder
     */
    public FaultCheck(Path folder, long seed) throws IOException, ProjectException {
        this.folder = folder;
        this.seed = seed;
        project = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.rendered(), ProjectExtras.of(RunFixtures.past()), project);
        goodProject = Files.readAllBytes(project);
        Path data = TinyRun.writeData(folder);
        images = data.resolve("train-images-idx3-ubyte");
        goodImages = Files.readAllBytes(images);
    }

    public static void main(String[] args) throws Exception {
        int cases = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        FaultCheck test = new FaultCheck(Files.createTempDirectory("ganvas-fault"), seed);
        test.runAll(cases);
        System.out.print(test.report());
        System.exit(test.wrong().isEmpty() ? 0 : 1);
    }

    /** Runs cases: half corrupted projects, a quarter hostile projects, a quarter corrupted data. */
    public void run(int cases) throws IOException, InterruptedException {
        for (int i = 0; i < cases; i++) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, i);
            int round = i / 4;
            switch (i % 4) {
                case 0, 1 -> accident(2 * round + i % 4, random);
                case 2 -> hostile(HostileZip.values()[round % HostileZip.values().length], random, i);
                default -> data(round, random, i);
            }
        }
    }

    /** Runs a number of cases for each kind of file. */
    private void runAll(int cases) throws Exception {
        for (int i = 0; i < cases; i++) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, i);
            if (i % 3 == 2) {
                hostile(HostileZip.values()[i / 3 % HostileZip.values().length], random, i);
            } else {
                accident(i, random);
            }
            data(i, random, i);
        }
        Files.write(project, goodProject);
        for (List<FaultSubject> format : ImageFaults.in(folder).values()) {
            corruptAll(format, cases);
        }
        corruptAll(ModelFaults.in(folder), cases);
        runTranslations(cases);
    }

    /** Runs cases of pairs and games of translations. */
    public void runTranslations(int cases) throws Exception {
        corruptAll(TranslationFaults.in(folder), cases);
    }

    private void corruptAll(List<FaultSubject> subjects, int cases) throws IOException, InterruptedException {
        for (int i = 0; i < cases; i++) {
            FaultSubject subject = subjects.get(i % subjects.size());
            FaultCase kind = FaultCase.values()[i / subjects.size() % FaultCase.values().length];
            Files.write(subject.file(), subject.corrupt().apply(kind, new SeededRandomStream(seed, Purpose.TEST, i)));
            count(subject.name() + ": " + kind, i, subject.open());
            Files.write(subject.file(), subject.good());
        }
    }

    private void accident(int number, SeededRandomStream random) throws IOException, InterruptedException {
        FaultCase kind = FaultCase.values()[number % FaultCase.values().length];
        Files.write(project, kind.corrupt(goodProject, random));
        count("project: " + kind, number, () -> openProject(Outcome.DIFFERENT));
    }

    private void hostile(HostileZip kind, SeededRandomStream random, int number) throws IOException, InterruptedException {
        Files.write(project, kind.make(goodProject, random));
        count("hostile: " + kind, number, () -> openProject(Outcome.EDITED));
    }

    private void data(int round, SeededRandomStream random, int number) throws IOException, InterruptedException {
        int kinds = FaultCase.values().length;
        boolean packed = round / kinds % 2 == 1;
        FaultCase kind = FaultCase.values()[round % kinds];
        Files.write(images, kind.corrupt(packed ? gzip(goodImages) : goodImages, random));
        count((packed ? "gzip data: " : "data: ") + kind, number, this::openData);
    }

    private Outcome openProject(Outcome otherSettings) {
        RunCapture run;
        try {
            run = new ProjectStore().open(project).run();
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
            Dataset data = DatasetRegistry.open(Objects.requireNonNull(images.getParent()).toString(), ProgressListener.NONE);
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
        return taken > MAX_BYTES ? Outcome.TOO_MUCH_MEMORY : outcome;
    }

    private byte[] gzip(byte[] plain) throws IOException {
        Path packed = folder.resolve("packed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(plain);
        }
        return Files.readAllBytes(packed);
    }

    /** Cases with a wrong outcome. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Table of outcomes for each kind of file. */
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
