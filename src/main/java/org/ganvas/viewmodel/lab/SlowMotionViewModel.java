package org.ganvas.viewmodel.lab;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Slow motion: one step is taken at full speed and recorded, then played sentence by sentence, forwards, backwards and
 * again. FX thread.
 */
public final class SlowMotionViewModel implements FrameListener {

    /** Seconds a sentence stays, at least. */
    public static final double SHORTEST = 1.5;

    /** Seconds a sentence stays, at most. */
    public static final double LONGEST = 6;

    private final TransportViewModel run;
    private final LabViewModel lab;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable StepSentence> sentence = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty playing = new SimpleBooleanProperty(false);
    private final DoubleProperty seconds = new SimpleDoubleProperty(3);
    private @Nullable CompletableFuture<StepTrace> awaited;
    private @Nullable StepTrace trace;
    private List<StepSentence> sentences = List.of();
    private double bestLoss = Double.NaN;
    private long since = Long.MIN_VALUE;

    public SlowMotionViewModel(TransportViewModel run, LabViewModel lab) {
        this.run = run;
        this.lab = lab;
        run.runningProperty().addListener((property, old, now) -> {
            if (now) {
                close();
            }
        });
        run.stepProperty().addListener((property, old, now) -> {
            StepTrace shown = trace;
            // The run was taken back, or on: what is told is not its last step any more.
            if (shown != null && shown.step() != now.longValue()) {
                close();
            }
        });
        lab.specProperty().addListener((property, old, now) -> {
            StepTrace shown = trace;
            if (shown != null && !shown.spec().equals(now)) {
                close();
            }
        });
        playing.addListener(property -> since = Long.MIN_VALUE);
    }

    @Override
    public void onFrame(long nanos) {
        CompletableFuture<StepTrace> answer = awaited;
        if (answer != null && answer.isDone()) {
            awaited = null;
            if (!answer.isCompletedExceptionally()) {
                show(answer.join());
            }
        }
        if (!open.get() || !playing.get()) {
            return;
        }
        since = since == Long.MIN_VALUE ? nanos : since;
        if (nanos - since >= seconds.get() * 1e9) {
            since = nanos;
            if (index.get() + 1 < sentences.size()) {
                go(index.get() + 1);
            } else {
                playing.set(false);
            }
        }
    }

    /** Opens a record. */
    void show(StepTrace recorded) {
        trace = recorded;
        sentences = StepNarrator.tell(recorded, bestLoss);
        count.set(sentences.size());
        open.set(true);
        go(0);
        playing.set(true);
    }

    // ---- Properties ----

    /** Whether a recorded step is shown. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Sentence that is shown; null while none is. */
    public ReadOnlyObjectProperty<@Nullable StepSentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Texts of all sentences. */
    public List<String> texts() {
        return sentences.stream().map(StepSentence::text).toList();
    }

    /** Number of the sentence, from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Number of sentences. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Whether the sentences follow one another by themselves. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Seconds that a sentence stays. */
    public DoubleProperty secondsProperty() {
        return seconds;
    }

    // ---- Commands ----

    /** Takes one step and shows it. */
    public void start() {
        if (run.steppableProperty().get() && awaited == null) {
            bestLoss = lab.bestLoss();
            awaited = run.recordedStep();
        }
    }

    /** Shows another sentence; one before the first or after the last has no effect. */
    public void go(int number) {
        StepTrace shown = trace;
        if (shown != null && number >= 0 && number < sentences.size()) {
            index.set(number);
            since = Long.MIN_VALUE;
            StepSentence now = sentences.get(number);
            sentence.set(now);
            lab.showScene(new LabViewModel.Scene(
                    StepScenes.plot(shown, now.kind(), lab.scale()),
                    StepScenes.colours(now.kind()),
                    now.text(),
                    shown.step()));
        }
    }

    /** Shows the first sentence about a part of the diagram. */
    public void go(LabPart part) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).kind() != StepSentence.Kind.END
                    && sentences.get(i).kind().parts().contains(part)) {
                playing.set(false);
                go(i);
                return;
            }
        }
    }

    public void next() {
        playing.set(false);
        go(index.get() + 1);
    }

    public void previous() {
        playing.set(false);
        go(index.get() - 1);
    }

    /** Plays on, from the beginning after the end; or stops. */
    public void togglePlaying() {
        if (!playing.get() && index.get() + 1 == sentences.size()) {
            go(0);
        }
        playing.set(!playing.get());
    }

    /** Shows the run again as it is. */
    public void close() {
        if (open.get()) {
            trace = null;
            sentences = List.of();
            playing.set(false);
            open.set(false);
            sentence.set(null);
            lab.showScene(null);
        }
    }
}
