package org.ganvas.viewmodel;

import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakeLatentRenderer;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.support.AppServices;

/** View models of a window with a fake session, advanced frame by frame. */
public final class WindowFixture {

    private static final long FRAME_NANOS = 33_000_000;

    public final FakeTrainingSession training = new FakeTrainingSession(0);
    public final FakeLatentRenderer renderer = training.latents();
    public final FakePrompts prompts = new FakePrompts();
    public final WindowViewModel window;
    private long now;

    WindowFixture() {
        this(AppServices.projectsOnly(Runnable::run));
    }

    WindowFixture(AppServices services) {
        window = new WindowViewModel(training, prompts, FakeSetupChoices.all(), services);
    }

    /** Fixture before the first run is loaded. */
    public static WindowFixture empty() {
        return new WindowFixture();
    }

    /** Fixture with the first preset loaded. */
    public static WindowFixture ready() {
        return ready(AppServices.projectsOnly(Runnable::run));
    }

    public static WindowFixture ready(AppServices services) {
        WindowFixture fixture = new WindowFixture(services);
        fixture.training.submit(new TrainingCommand.Load(
                new RunRequest("minute", PresetRegistry.get("minute").spec(), DatasetEntry.DOODLES, 1)));
        fixture.frames(1);
        return fixture;
    }

    /** Fixture with a run that is paused after some steps. */
    public static WindowFixture trained() {
        return trained(AppServices.projectsOnly(Runnable::run));
    }

    public static WindowFixture trained(AppServices services) {
        WindowFixture fixture = ready(services);
        fixture.train();
        return fixture;
    }

    /** Trains twelve steps. */
    public void train() {
        window.train().run().toggle();
        frames(3);
        window.train().run().toggle();
        frames(1);
    }

    /** Advances the time without frames in between. */
    public void wait(int seconds) {
        now += seconds * 1_000_000_000L;
        frames(3);
    }

    public void frames(int count) {
        for (int i = 0; i < count; i++) {
            now += FRAME_NANOS;
            window.onFrame(now);
        }
    }

    /** Newest submitted command of a type. */
    public <T extends TrainingCommand> T last(Class<T> kind) {
        return training.submitted().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    public long count(Class<? extends TrainingCommand> kind) {
        return training.submitted().stream().filter(kind::isInstance).count();
    }
}
