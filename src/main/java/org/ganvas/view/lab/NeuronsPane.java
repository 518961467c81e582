package org.ganvas.view.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.scatter.NetworkDiagram;
import org.ganvas.scatter.NetworkDiagramLayout;
import org.ganvas.scatter.NetworkDiagramPainter;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.LabKeys;
import org.ganvas.view.paint.NetworkDiagramView;
import org.ganvas.viewmodel.lab.NeuronsViewModel;
import org.ganvas.viewmodel.lab.WeightViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The units of a network as maps with the wires between them. The pointer over a map chooses the unit and the place at which
 * its sum is written out; arrow keys move the choice, with Shift the place. FX thread.
 */
final class NeuronsPane extends VBox {

    /** Height of the maps, in text units, where there is room, and where there is none. */
    private static final double HEIGHT = 430;

    private static final double LEAST_HEIGHT = 230;
    private static final double SENTENCE = 76;

    /** Height around the maps that is seen with them: padding, the choice of a network, and the sentence. */
    private static final double AROUND = 60 + SENTENCE;

    private final NeuronsViewModel model;
    private final NetworkDiagramView view = new NetworkDiagramView();

    /** Height of the diagram over which a drag takes a weight from zero to the end of its slider. */
    private static final double DRAG = 120;

    private final WeightViewModel weight;
    private final WeightEditor editor;
    private double pressedAt;
    private double pressedValue;
    private boolean dragged;

    NeuronsPane(NeuronsViewModel model, WeightViewModel weight) {
        super(8);
        this.model = model;
        this.weight = weight;
        editor = new WeightEditor(weight);
        setId("labNeurons");
        getStyleClass().add("ganvas-card");
        view.setId("neuronMaps");
        view.getStyleClass().add("neuron-maps");
        view.setFocusTraversable(true);
        fit(HEIGHT + AROUND);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        Label sentence = text(CardFactory.styled(new Label(), "prose", "figure"));
        sentence.setId("neuronSentence");
        TextScaling.scaleMinHeight(sentence, SENTENCE);
        sentence.setAlignment(Pos.TOP_LEFT);
        sentence.textProperty().bind(model.sentenceProperty());
        // Over the maps themselves a tooltip would hide what is pointed at.
        HelpTooltips.about(sentence, "lab.neurons");
        Label obstacle = text(CardFactory.styled(new Label(), "prose"));
        obstacle.setId("neuronObstacle");
        obstacle.textProperty().bind(model.obstacleProperty());
        shownWhere(obstacle, false);
        shownWhere(view, true);
        shownWhere(sentence, true);
        shownWhere(editor, true);
        getChildren().addAll(players(), obstacle, view, sentence, editor);
        ViewBindings.listen(weight.chosenProperty(), (property, old, now) -> show());
        ViewBindings.listen(model.mapsProperty(), (property, old, now) -> show());
        ViewBindings.show(model.sentenceProperty(), now -> {
            view.setAccessibleText(now);
            show();
        });
    }

    /**
     * Fits the maps with their sentence into a height, as far as they stay large enough to be read.
     *
     * @param height in text units
     */
    void fit(double height) {
        double maps = TextScaling.of(Math.max(LEAST_HEIGHT, Math.min(HEIGHT, height - AROUND)));
        view.setMinHeight(maps);
        view.setPrefHeight(maps);
    }

    private static Label text(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void shownWhere(Node node, boolean mapped) {
        node.visibleProperty()
                .bind(
                        mapped
                                ? model.obstacleProperty().isEmpty()
                                : model.obstacleProperty().isNotEmpty());
        node.managedProperty().bind(node.visibleProperty());
    }

    private HBox players() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(6, player(Player.DISCRIMINATOR, group), player(Player.GENERATOR, group));
        ViewBindings.listen(
                model.playerProperty(),
                (property, old, now) -> group.getToggles().stream()
                        .filter(toggle -> toggle.getUserData() == now)
                        .forEach(group::selectToggle));
        return row;
    }

    private ToggleButton player(Player player, ToggleGroup group) {
        String key = "lab.neurons." + player;
        ToggleButton chip = CardFactory.styled(new ToggleButton(Messages.text(key)), "small", "chip");
        chip.setId("neuronsOf" + player);
        chip.setUserData(player);
        chip.setToggleGroup(group);
        chip.setSelected(model.playerProperty().get() == player);
        // A click on the chosen one would leave none.
        chip.setOnAction(event -> {
            chip.setSelected(true);
            model.playerProperty().set(player);
        });
        return HelpTooltips.about(chip, key);
    }

    private void show() {
        NeuronMaps maps = model.mapsProperty().get();
        NeuronsViewModel.Unit unit = model.chosenProperty().get();
        NetworkDiagramLayout.Place chosen =
                unit == null ? null : new NetworkDiagramLayout.Place(unit.column(), unit.row());
        view.show(
                maps == null ? null : diagram(maps),
                new NetworkDiagramPainter.Emphasis(
                        chosen,
                        maps == null ? null : wire(maps, weight.chosenProperty().get()),
                        model.place()));
    }

    /** The wire of a weight; null for none, and where one of its units is not shown. */
    private static NetworkDiagramLayout.@Nullable Wire wire(NeuronMaps maps, @Nullable WeightAddress at) {
        if (at == null || at.player() != maps.player()) {
            return null;
        }
        int[] inputs = maps.columns().get(at.layer() - 1).shown();
        int from = at.isBias() ? inputs.length : Arrays.binarySearch(inputs, at.input());
        int to = Arrays.binarySearch(maps.columns().get(at.layer()).shown(), at.unit());
        return from < 0 || to < 0 ? null : new NetworkDiagramLayout.Wire(at.layer(), from, to);
    }

    private static NetworkDiagram diagram(NeuronMaps maps) {
        List<NetworkDiagram.Column> columns = new ArrayList<>();
        NeuronMaps.Column before = null;
        for (NeuronMaps.Column column : maps.columns()) {
            columns.add(new NetworkDiagram.Column(column.outputs(), weights(before, column)));
            before = column;
        }
        return new NetworkDiagram(NeuronMaps.SIDE, columns);
    }

    /** Weights from the shown units of the column before, the bias last. */
    private static float[][] weights(NeuronMaps.@Nullable Column before, NeuronMaps.Column column) {
        if (before == null) {
            return new float[0][];
        }
        int inputs = before.shown().length;
        float[][] weights = new float[column.shown().length][inputs + 1];
        for (int to = 0; to < weights.length; to++) {
            for (int from = 0; from < inputs; from++) {
                weights[to][from] = column.weight(before.shown()[from], column.shown()[to]);
            }
            weights[to][inputs] = column.bias()[column.shown()[to]];
        }
        return weights;
    }

    /** Takes the wire under the pointer, whose weight a drag up or down then changes. */
    private void press(MouseEvent event) {
        view.requestFocus();
        NeuronMaps maps = model.mapsProperty().get();
        NetworkDiagramLayout.Wire wire = wireAt(event);
        if (wire == null && view.at(event.getX(), event.getY()) == null) {
            model.choose(null);
        }
        dragged = wire != null;
        if (maps == null || wire == null) {
            return;
        }
        int[] inputs = maps.columns().get(wire.column() - 1).shown();
        weight.choose(new WeightAddress(
                maps.player(),
                wire.column(),
                wire.from() == inputs.length ? WeightAddress.BIAS : inputs[wire.from()],
                maps.columns().get(wire.column()).shown()[wire.to()]));
        pressedAt = event.getY();
        pressedValue = weight.valueProperty().get();
    }

    private void drag(MouseEvent event) {
        if (dragged) {
            double reach = weight.reachProperty().get();
            double moved = (pressedAt - event.getY()) / TextScaling.of(DRAG) * reach;
            weight.set(Math.max(-reach, Math.min(reach, pressedValue + moved)));
        }
    }

    private NetworkDiagramLayout.@Nullable Wire wireAt(MouseEvent event) {
        return view.at(event.getX(), event.getY()) != null ? null : view.wireAt(event.getX(), event.getY());
    }

    private void point(MouseEvent event) {
        NetworkDiagramLayout.Place place = view.at(event.getX(), event.getY());
        NeuronMaps maps = model.mapsProperty().get();
        view.setCursor(wireAt(event) == null ? Cursor.DEFAULT : Cursor.HAND);
        if (place == null
                || maps == null
                || place.row() >= maps.columns().get(place.column()).shown().length) {
            return;
        }
        model.explainAt(view.pointColumn(place, event.getX()), view.pointRow(place, event.getY()));
        model.choose(new NeuronsViewModel.Unit(place.column(), place.row()));
    }

    /** A unit that was only pointed at lets go of the plot; one that was clicked or reached by keys stays, until Escape. */
    private void leave() {
        if (!view.isFocused()) {
            model.choose(null);
        }
    }

    private EventHandler<KeyEvent> keys() {
        return LabKeys.NEURONS.handlerIf(Map.of(
                LabKeys.UNIT, event -> done(() -> model.move(across(event), down(event))),
                LabKeys.PLACE,
                        event -> done(() -> {
                            int side = NeuronMaps.SIDE;
                            model.explainAt(model.place() % side + across(event), model.place() / side + down(event));
                        }),
                LabKeys.WEIGHT,
                        event -> withUnit(() -> {
                            weight.chooseLargestOfUnit();
                            editor.edit();
                        }),
                LabKeys.LEAVE_UNIT, event -> withUnit(() -> model.choose(null))));
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    private boolean withUnit(Runnable work) {
        return model.chosenProperty().get() != null && done(work);
    }

    private static int across(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
    }

    private static int down(KeyEvent event) {
        return switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
    }
}
