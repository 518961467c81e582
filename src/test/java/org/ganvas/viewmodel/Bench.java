package org.ganvas.viewmodel;

import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Presets;
import org.ganvas.fake.FakeChoices;
import org.ganvas.fake.FakeLatentDesk;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingDesk;
import org.ganvas.session.RunRequest;
import org.ganvas.session.TrainingCommand;

/** A window's view models over a made-up session, frame by frame. */
final class Bench {

    private static final long FRAME_NANOS = 33_000_000;

    final FakeTrainingDesk training = new FakeTrainingDesk(0);
    final FakeLatentDesk latent = new FakeLatentDesk(training);
    final FakePrompts prompts = new FakePrompts();
    final ShellViewModel shell = new ShellViewModel(training, latent, prompts, FakeChoices.all(), Runnable::run);
    private long now;

    /** With the first preset loaded. */
    static Bench ready() {
        Bench bench = new Bench();
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest("minute", Presets.get("minute").spec(), Datasets.DOODLES, 1)));
        bench.frames(1);
        return bench;
    }

    /** With some steps taken, and paused. */
    static Bench trained() {
        Bench bench = ready();
        bench.shell.run().toggle();
        bench.frames(3);
        bench.shell.run().toggle();
        bench.frames(1);
        return bench;
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
