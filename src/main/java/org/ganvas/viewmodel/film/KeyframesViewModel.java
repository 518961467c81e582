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
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** The keyframes of a film and the selected one; every change can be undone. FX thread. */
public final class KeyframesViewModel {

    static final int NONE = -1;
    private static final double SECONDS = 2;

    private final Supplier<@Nullable LatentPoint> current;
    private final Consumer<LatentPoint> goTo;
    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<LatentFilm> film = new ReadOnlyObjectWrapper<>(LatentFilm.EMPTY);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);

    KeyframesViewModel(Supplier<@Nullable LatentPoint> current, Consumer<LatentPoint> goTo, UndoStack undo) {
        this.current = current;
        this.goTo = goTo;
        this.undo = undo;
    }

    /** Removes all keyframes if they are not latents of a generator, and an interpolation that it does not have. */
    void clearUnlessFitting(int latentDim, int classes, boolean styles) {
        if (!styles && film.get().interpolation() == LatentInterpolation.STYLE) {
            film.set(film.get().withInterpolation(LatentInterpolation.SLERP));
        }
        if (!film.get().fits(latentDim, classes)) {
            selected.set(NONE);
            film.set(film.get().withKeyframes(List.of()));
        }
    }

    /** Loads the film of a run, which cannot be undone. */
    void load(LatentFilm saved) {
        selected.set(NONE);
        film.set(saved);
    }

    private void change(LatentFilm next, int selection) {
        LatentFilm before = film.get();
        int selectionBefore = selected.get();
        undo.push(
                new UndoKey("undo.film", "keyframes"),
                () -> show(before, selectionBefore),
                () -> show(next, selection));
        show(next, selection);
    }

    private boolean show(LatentFilm other, int selection) {
        selected.set(NONE);
        film.set(other);
        selected.set(selection);
        return true;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<LatentFilm> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** Index of the selected keyframe; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Adds the current latent of the Explore screen as a keyframe, after the selected one or at the end. */
    public void add() {
        LatentPoint point = current.get();
        List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
        if (point == null
                || keyframes.size() == LatentFilm.MAX_KEYFRAMES
                || !film.get().fits(point.latent().length, point.classWeights().length)) {
            return;
        }
        int selection = selected.get() == NONE ? keyframes.size() : selected.get() + 1;
        keyframes.add(selection, new Keyframe(point, 0, SECONDS, KeyframeEasing.SMOOTH));
        change(film.get().withKeyframes(keyframes), selection);
    }

    /** Removes the selected keyframe. */
    public void remove() {
        if (selected.get() != NONE) {
            List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
            keyframes.remove(selected.get());
            change(film.get().withKeyframes(keyframes), Math.min(selected.get(), keyframes.size() - 1));
        }
    }

    /** Moves a keyframe to another index; beyond either end nothing happens. */
    public void move(int from, int to) {
        List<Keyframe> keyframes = new ArrayList<>(film.get().keyframes());
        if (from != to && from >= 0 && from < keyframes.size() && to >= 0 && to < keyframes.size()) {
            keyframes.add(to, keyframes.remove(from));
            change(film.get().withKeyframes(keyframes), to);
        }
    }

    /** Sets the time that a keyframe is held, cut to its range. */
    public void setHold(int index, double seconds) {
        edit(index, keyframe -> keyframe.withHold(Math.max(0, Math.min(Keyframe.MAX_SECONDS, seconds))));
    }

    /** Sets the time to the next keyframe, cut to its range. */
    public void setSeconds(int index, double seconds) {
        edit(
                index,
                keyframe ->
                        keyframe.withSeconds(Math.max(Keyframe.MIN_SECONDS, Math.min(Keyframe.MAX_SECONDS, seconds))));
    }

    /** Switches between linear and smooth movement to the next keyframe. */
    public void toggleEasing(int index) {
        edit(
                index,
                keyframe -> keyframe.withEasing(
                        keyframe.easing() == KeyframeEasing.LINEAR ? KeyframeEasing.SMOOTH : KeyframeEasing.LINEAR));
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

    /** Selects a keyframe and makes its latent the current one of the Explore screen. */
    public void select(int index) {
        selected.set(index);
        goTo.accept(film.get().keyframes().get(index).point());
    }
}
