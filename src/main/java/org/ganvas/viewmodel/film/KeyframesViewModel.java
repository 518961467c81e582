package org.ganvas.viewmodel.film;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.run.Easing;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** The keyframes of a film and which of them is chosen; every change can be taken back. FX thread. */
public final class KeyframesViewModel {

    static final int NONE = -1;
    private static final double SECONDS = 2;

    private final Supplier<@Nullable LatentPoint> here;
    private final Consumer<LatentPoint> goTo;
    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<Film> film = new ReadOnlyObjectWrapper<>(Film.EMPTY);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);

    KeyframesViewModel(Supplier<@Nullable LatentPoint> here, Consumer<LatentPoint> goTo, UndoStack undo) {
        this.here = here;
        this.goTo = goTo;
        this.undo = undo;
    }

    /** Latents of another width mean nothing to a generator. */
    void keepOnly(int latentDim, int classes) {
        if (!film.get().fits(latentDim, classes)) {
            selected.set(NONE);
            film.set(film.get().withKeyframes(List.of()));
        }
    }

    /** A film that came with the run; there is no way back to the one of the run before. */
    void take(Film kept) {
        selected.set(NONE);
        film.set(kept);
    }

    private void change(Film next, int place) {
        Film before = film.get();
        int placeBefore = selected.get();
        undo.push(new UndoKey("undo.film", "keyframes"), () -> show(before, placeBefore), () -> show(next, place));
        show(next, place);
    }

    private boolean show(Film other, int place) {
        selected.set(NONE);
        film.set(other);
        selected.set(place);
        return true;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Film> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** Which keyframe was chosen last; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Makes what is explored now a keyframe, after the chosen one or at the end. */
    public void add() {
        LatentPoint point = here.get();
        List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
        if (point == null
                || keyframes.size() == Film.MAX_KEYFRAMES
                || !film.get().fits(point.latent().length, point.classWeights().length)) {
            return;
        }
        int place = selected.get() == NONE ? keyframes.size() : selected.get() + 1;
        keyframes.add(place, new Keyframe(point, 0, SECONDS, Easing.SMOOTH));
        change(film.get().withKeyframes(keyframes), place);
    }

    /** Takes the chosen keyframe out. */
    public void remove() {
        if (selected.get() != NONE) {
            List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
            keyframes.remove(selected.get());
            change(film.get().withKeyframes(keyframes), Math.min(selected.get(), keyframes.size() - 1));
        }
    }

    /** Puts a keyframe elsewhere; beyond either end nothing happens. */
    public void move(int from, int to) {
        List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
        if (from != to && from >= 0 && from < keyframes.size() && to >= 0 && to < keyframes.size()) {
            keyframes.add(to, keyframes.remove(from));
            change(film.get().withKeyframes(keyframes), to);
        }
    }

    /** How long a keyframe stands still; what is out of range is cut to it. */
    public void setHold(int index, double seconds) {
        edit(index, keyframe -> keyframe.withHold(Math.max(0, Math.min(Keyframe.MAX_SECONDS, seconds))));
    }

    /** How long the way to the next keyframe takes; what is out of range is cut to it. */
    public void setSeconds(int index, double seconds) {
        edit(
                index,
                keyframe ->
                        keyframe.withSeconds(Math.max(Keyframe.MIN_SECONDS, Math.min(Keyframe.MAX_SECONDS, seconds))));
    }

    /** The other way to move to the next keyframe. */
    public void toggleEasing(int index) {
        edit(
                index,
                keyframe -> keyframe.withEasing(keyframe.easing() == Easing.LINEAR ? Easing.SMOOTH : Easing.LINEAR));
    }

    private void edit(int index, UnaryOperator<Keyframe> edit) {
        List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
        Keyframe edited = edit.apply(keyframes.get(index));
        if (!edited.equals(keyframes.get(index))) {
            keyframes.set(index, edited);
            change(film.get().withKeyframes(keyframes), selected.get());
        }
    }

    public void setInterpolation(LatentInterpolation interpolation) {
        change(film.get().withInterpolation(interpolation), selected.get());
    }

    public void setLoop(boolean loop) {
        change(film.get().withLoop(loop), selected.get());
    }

    /** Chooses a keyframe and shows it in the explorer. */
    public void select(int index) {
        selected.set(index);
        goTo.accept(film.get().keyframes().get(index).point());
    }
}
