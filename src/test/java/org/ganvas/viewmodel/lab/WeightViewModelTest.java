package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.ChangeNames;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A weight that is set in the Lab, with networks whose numbers are known. */
final class WeightViewModelTest {

    private static final WeightAddress WEIGHT = new WeightAddress(Player.DISCRIMINATOR, 2, 4, 0);
    private static final WeightAddress BIAS = new WeightAddress(Player.DISCRIMINATOR, 2, WeightAddress.BIAS, 0);

    private final FakeTrainingSession session = new FakeTrainingSession(0);
    private final UndoStack undo = new UndoStack();
    private final NeuronsViewModel neurons = new NeuronsViewModel(() -> {});
    private final SimpleBooleanProperty past = new SimpleBooleanProperty();
    private final SimpleBooleanProperty averaged = new SimpleBooleanProperty();
    private final SimpleBooleanProperty recorded = new SimpleBooleanProperty();
    private final WeightViewModel weight =
            new WeightViewModel(session, undo, neurons, new WeightViewModel.Sight(past, averaged, recorded));
    private int run;

    @BeforeEach
    void load() {
        Messages.setLanguage(Locale.ENGLISH);
        loadPreset("ring");
    }

    private void loadPreset(String preset) {
        session.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), "builtin:ring", 1)));
        TrainingSnapshot snapshot = session.takeSnapshot();
        while (snapshot == null || snapshot.run() == null || snapshot.run().number() == run) {
            snapshot = session.takeSnapshot();
        }
        run = snapshot.run().number();
        weight.onSnapshot(snapshot);
        neurons.show(NeuronArithmeticTest.MAPS);
    }

    private List<WeightEdit> edits() {
        return session.submitted().stream()
                .filter(TrainingCommand.SetWeight.class::isInstance)
                .map(command -> ((TrainingCommand.SetWeight) command).edit())
                .toList();
    }

    @Test
    void theChosenWeightHasItsNameAndItsValue() {
        weight.choose(WEIGHT);
        assertEquals("D's weight layer 2, 5 → 1", weight.nameProperty().get());
        assertEquals(-1, weight.valueProperty().get());
        weight.choose(BIAS);
        assertEquals("D's bias layer 2, unit 1", weight.nameProperty().get());
        assertEquals(0.25, weight.valueProperty().get());
    }

    @Test
    void typedAndDraggedValuesAreSetAndUndone() {
        weight.choose(WEIGHT);
        weight.enter("1.5");
        undo.onFrame(10_000_000_000L);
        weight.set(2);
        weight.set(2.5);
        assertEquals(
                List.of(1.5f, 2f, 2.5f), edits().stream().map(WeightEdit::value).toList());
        undo.undo();
        assertEquals(1.5f, edits().get(3).value());
        undo.undo();
        assertEquals(new WeightEdit(WEIGHT, -1f), edits().get(4));
        undo.redo();
        assertEquals(new WeightEdit(WEIGHT, 1.5f), edits().get(5));
        assertEquals(1.5, weight.valueProperty().get());
    }

    @Test
    void whatIsNoWeightIsRefusedWithASentence() {
        weight.choose(WEIGHT);
        for (String typed : List.of("NaN", "Infinity", "-Infinity", "1e99")) {
            weight.enter(typed);
            assertEquals(
                    "A weight must be finite; it stays as it is. Type a number such as 1.2.",
                    weight.refusalProperty().get(),
                    typed);
        }
        weight.enter("a half");
        assertEquals(
                "This is no number; the weight stays as it is. Type a number such as 1.2.",
                weight.refusalProperty().get());
        weight.set(Double.NaN);
        assertEquals(List.of(), edits());
        weight.enter("0.5");
        assertEquals("", weight.refusalProperty().get());
    }

    @Test
    void olderMapsDoNotTakeBackWhatWasSet() {
        weight.choose(WEIGHT);
        weight.set(3);
        neurons.show(other());
        assertEquals(3, weight.valueProperty().get());
        weight.choose(WEIGHT);
        assertEquals(-1, weight.valueProperty().get());
    }

    /** The same numbers as another answer of the lab. */
    private static NeuronMaps other() {
        List<NeuronMaps.Column> columns = NeuronArithmeticTest.MAPS.columns().stream()
                .map(each -> new NeuronMaps.Column(
                        each.layer(),
                        each.function(),
                        each.units(),
                        each.shown(),
                        each.sums().clone(),
                        each.outputs(),
                        each.weights(),
                        each.bias()))
                .toList();
        return new NeuronMaps(NeuronArithmeticTest.MAPS.player(), NeuronArithmeticTest.MAPS.lattice(), columns);
    }

    @Test
    void whatIsNotTheRunAsItIsCannotBeSetAndSaysWhy() {
        assertEquals("lab.weight.none.disabled", weight.obstacleProperty().get());
        weight.choose(WEIGHT);
        assertEquals("", weight.obstacleProperty().get());
        recorded.set(true);
        assertEquals("lab.weight.recorded.disabled", weight.obstacleProperty().get());
        past.set(true);
        assertEquals("lab.weight.past.disabled", weight.obstacleProperty().get());
        weight.set(5);
        past.set(false);
        recorded.set(false);
        averaged.set(true);
        assertEquals("", weight.obstacleProperty().get(), "D has no averaged weights");
        neurons.playerProperty().set(Player.GENERATOR);
        assertEquals("lab.weight.averaged.disabled", weight.obstacleProperty().get());
        assertEquals(List.of(), edits());
        neurons.playerProperty().set(Player.DISCRIMINATOR);
        loadPreset("ring-hinge-sn");
        weight.choose(WEIGHT);
        assertEquals("lab.weight.scaled.disabled", weight.obstacleProperty().get());
    }

    @Test
    void theWeightsOfAUnitAreChosenInTurn() {
        // The lattice of these maps has four points.
        neurons.explainAt(0, 0);
        neurons.choose(new NeuronsViewModel.Unit(2, 0));
        weight.chooseLargestOfUnit();
        assertEquals(
                new WeightAddress(Player.DISCRIMINATOR, 2, 1, 0),
                weight.chosenProperty().get());
        weight.chooseNext(1);
        assertEquals(WEIGHT, weight.chosenProperty().get());
        weight.chooseNext(1);
        assertEquals(BIAS, weight.chosenProperty().get());
        weight.chooseNext(1);
        weight.chooseNext(-1);
        assertEquals(BIAS, weight.chosenProperty().get());
        neurons.choose(new NeuronsViewModel.Unit(0, 0));
        weight.chooseLargestOfUnit();
        assertNull(weight.chosenProperty().get());
    }

    @Test
    void anUndoneWeightOfAnEarlierRunIsGone() {
        weight.choose(WEIGHT);
        weight.set(3);
        loadPreset("ring");
        undo.undo();
        assertEquals(1, edits().size());
    }

    @Test
    void theFlagOnTheCurvesTellsWhatWasChanged() {
        assertEquals(
                "You changed D's weight layer 2, 3 → 5 from 0.41 to 1.2",
                ChangeNames.sentence("weight/DISCRIMINATOR/2/2/4", "0.41", "1.2"));
        assertEquals("0.4123", ChangeNames.value(WEIGHT.key(), "0.41234567"));
        assertEquals("1.000e−05", ChangeNames.weight(1e-5f));
        assertEquals("−0.25", ChangeNames.weight(-0.25));
        assertEquals("weight/NOBODY/1/1/1", ChangeNames.of("weight/NOBODY/1/1/1"));
    }
}
