package org.ganvas.viewmodel;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Moment;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunState;
import org.jspecify.annotations.Nullable;

/** The run's kept moments, and which of them is looked at while training may go on. FX thread. */
public final class TimelineViewModel {

    private static final long NEWS_NANOS = 200_000_000;

    private final TrainingDesk desk;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final LookedMoment looked;
    private final FilmClock film = new FilmClock();
    private final ReadOnlyObjectWrapper<Moments> moments = new ReadOnlyObjectWrapper<>(Moments.NONE);
    private final ReadOnlyLongWrapper liveStep = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper end = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(false);
    private @Nullable List<Moment> known;
    private long nextNews = Long.MIN_VALUE;
    private int run;

    TimelineViewModel(TrainingDesk desk, NoticesViewModel notices, Prompts prompts, LookedMoment looked) {
        this.desk = desk;
        this.notices = notices;
        this.prompts = prompts;
        this.looked = looked;
    }

    void show(TrainingSnapshot snapshot) {
        int number = snapshot.run() == null ? 0 : snapshot.run().number();
        if (number != run) {
            run = number;
            looked.forget();
        }
        usable.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        liveStep.set(snapshot.step());
        end.set(Math.max(snapshot.step(), moments.get().last()));
    }

    void pulse(long nanos) {
        List<Moment> now = desk.history().moments();
        if (now != known && nanos >= nextNews) {
            nextNews = nanos + NEWS_NANOS;
            known = now;
            take(new Moments(now));
        }
        double step = film.pulse(nanos, end.get());
        if (film.playingProperty().get()) {
            play(step);
        }
        looked.pulse(nanos);
    }

    private void take(Moments fresh) {
        boolean other = fresh.lostEndOf(moments.get());
        moments.set(fresh);
        end.set(Math.max(liveStep.get(), fresh.last()));
        if (other) {
            film.stop();
            looked.forget();
        }
    }

    private void play(double step) {
        if (step >= end.get()) {
            showLive();
        } else {
            looked.look(moments.get(), moments.get().at(step), 1);
        }
    }

    private void lookByHand(@Nullable Moment moment) {
        Moment before = looked.shown().get();
        film.stop();
        boolean backwards = before != null && moment != null && moment.step() < before.step();
        looked.look(moments.get(), moment, backwards ? -1 : 1);
    }

    // ---- Commands ----

    /** Looks at the moment nearest to a step; the present is the one after the last. */
    public void scrub(double step) {
        Moment moment = moments.get().nearest(step);
        if (moment == null || step - moment.step() > Math.abs(liveStep.get() - step)) {
            showLive();
        } else {
            lookByHand(moment);
        }
    }

    /** Looks at the moment so many places away; the present is the one after the last. */
    public void move(int places) {
        Moment next = moments.get().beside(looked.shown().get(), places);
        if (next != null) {
            lookByHand(next);
        } else if (places > 0) {
            showLive();
        } else {
            first();
        }
    }

    public void first() {
        lookByHand(moments.get().at(0));
    }

    /** Looks at the next moment that has a name, from the first again after the last. */
    public void nextMark() {
        Moment from = looked.shown().get();
        lookByHand(moments.get().markAfter(from == null ? -1 : from.step()));
    }

    /** Plays from the moment that is looked at, from the first where that is the present; or stops. */
    public void togglePlaying() {
        Moment from = looked.shown().get();
        if (film.playingProperty().get()) {
            film.stop();
        } else if (!moments.get().all().isEmpty()) {
            film.play(from == null ? 0 : from.step());
        }
    }

    /** Looks at the present again. */
    public void showLive() {
        film.stop();
        looked.live();
    }

    /** Gives the present a name. */
    public void mark() {
        if (usable.get()) {
            String number = Figures.count(moments.get().marks() + 1);
            desk.submit(new TrainingCommand.Mark(Messages.text("timeline.mark.name", number)));
        }
    }

    /** Takes the run back to the moment that is looked at, asking where work would be lost. */
    public void continueFromHere() {
        Moment from = goesBackTo();
        if (from == null || !usable.get()) {
            return;
        }
        long lost = end.get() - from.step();
        String step = Figures.count(from.step());
        boolean go = lost <= 0
                || prompts.confirm(
                        Messages.text("timeline.continue.ask", step),
                        Messages.text("timeline.continue.lost", Figures.count(lost)),
                        Messages.text("timeline.continue.title"));
        if (go) {
            desk.submit(new TrainingCommand.GoBack(from.step()));
            showLive();
            notices.say(Messages.text("timeline.continue.done", step));
        }
    }

    // ---- Properties ----

    /** The complete moment that the run would go on from; null for none. */
    public @Nullable Moment goesBackTo() {
        Moment from = looked.shown().get();
        return from == null ? null : moments.get().completeUpTo(from.step());
    }

    public ReadOnlyObjectProperty<Moments> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /** The moment that is looked at; null for the present. */
    public ReadOnlyObjectProperty<@Nullable Moment> shownProperty() {
        return looked.shown().getReadOnlyProperty();
    }

    /** Its grid, as soon as it is read; null for the present. */
    public ReadOnlyObjectProperty<@Nullable PictureGrid> gridProperty() {
        return looked.grid().getReadOnlyProperty();
    }

    public ReadOnlyLongProperty liveStepProperty() {
        return liveStep.getReadOnlyProperty();
    }

    /** The last step that is known: of the present, or of what came after it before the run went back. */
    public ReadOnlyLongProperty endProperty() {
        return end.getReadOnlyProperty();
    }

    /** Whether there is a run. */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    public FilmClock film() {
        return film;
    }
}
