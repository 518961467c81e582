package org.ganvas.viewmodel;

import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Presets;
import org.ganvas.fake.FakeChoices;
import org.ganvas.fake.FakeLatentDesk;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingDesk;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;

/** A window's view models over a made-up session, frame by frame. */
final class Bench {

    private static final long FRAME_NANOS = 33_000_000;

    final FakeTrainingDesk training = new FakeTrainingDesk(0);
    final FakeLatentDesk latent = new FakeLatentDesk(training);
    final FakePrompts prompts = new FakePrompts();
    final ShellViewModel shell;
    private long now;

    Bench() {
        this(Cabinet.projectsOnly(Runnable::run));
    }

    Bench(Cabinet cabinet) {
        shell = new ShellViewModel(training, latent, prompts, FakeChoices.all(), cabinet);
    }

    /** With the first preset loaded. */
    static Bench ready() {
        return ready(Cabinet.projectsOnly(Runnable::run));
    }

    static Bench ready(Cabinet cabinet) {
        Bench bench = new Bench(cabinet);
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest("minute", Presets.get("minute").spec(), Datasets.DOODLES, 1)));
        bench.frames(1);
        return bench;
    }

    /** With some steps taken, and paused. */
    static Bench trained() {
        return trained(Cabinet.projectsOnly(Runnable::run));
    }

    static Bench trained(Cabinet cabinet) {
        Bench bench = ready(cabinet);
        bench.train();
        return bench;
    }

    /** Twelve steps more. */
    void train() {
        shell.run().toggle();
        frames(3);
        shell.run().toggle();
        frames(1);
    }

    /** Lets time pass without frames in between. */
    void wait(int seconds) {
        now += seconds * 1_000_000_000L;
        frames(3);
    }

    void frames(int count) {
        for (int i = 0; i < count; i++) {
            now += FRAME_NANOS;
            shell.pulse(now);
        }
    }

    /** The newest command of a kind. */
    <T extends TrainingCommand> T last(Class<T> kind) {
        return training.submitted().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    long count(Class<? extends TrainingCommand> kind) {
        return training.submitted().stream().filter(kind::isInstance).count();
    }
}
