package org.ganvas.view.explore;

import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Choice;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.CircleModel;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.PlaneAxis;
import org.ganvas.viewmodel.PlaneModel;

/** The two axes of the plane, how far it reaches, and round walks on it. FX thread. */
final class PlaneTool extends VBox {

    private static final double LABEL = 64;

    private final PlaneModel plane;

    PlaneTool(ExploreViewModel model) {
        super(8);
        plane = model.parts().plane();
        setId("planeTool");
        Button pictures =
                Buttons.words("planePictures", Messages.text("explore.slice.slots.label"), plane::throughPictures);
        Teach.about(pictures, "explore.slice.slots");
        pictures.disableProperty()
                .bind(model.parts()
                        .wells()
                        .pointsProperty()
                        .map(points -> points.subList(0, 3).contains(null)));
        getChildren()
                .addAll(
                        Cards.styled(new Label(Messages.text("explore.slice.help")), "prose", "tool-help"),
                        row(
                                "explore.slice.across.label",
                                axis("planeAcross", "explore.slice.across", plane.acrossProperty())),
                        row("explore.slice.up.label", axis("planeUp", "explore.slice.up", plane.upProperty())),
                        range(),
                        new HBox(pictures),
                        Cards.styled(new Label(Messages.text("explore.circle.heading")), "group"),
                        circle(model.parts().circle()));
        ((Label) getChildren().get(0)).setWrapText(true);
    }

    private static HBox row(String key, Node control, Node... more) {
        Label label = Cards.caption(Messages.text(key));
        label.setMinWidth(LABEL);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(6, label, control);
        row.getChildren().addAll(more);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ComboBox<PlaneAxis> axis(String id, String key, ObjectProperty<PlaneAxis> axis) {
        ObservableList<PlaneAxis> items = FXCollections.observableArrayList();
        ComboBox<PlaneAxis> box = Choice.of(items, PlaneAxis::name, axis::set, axis::get);
        box.setId(id);
        Runnable follow = () -> {
            if (!items.equals(plane.choicesProperty().get())) {
                items.setAll(plane.choicesProperty().get());
            }
            box.setValue(axis.get());
        };
        Follow.of(plane.choicesProperty(), (property, old, now) -> follow.run());
        Follow.of(axis, (property, old, now) -> follow.run());
        follow.run();
        return Teach.about(box, key);
    }

    private HBox range() {
        Slider slider = Buttons.slider(
                "planeRange",
                PlaneModel.LEAST_RANGE,
                PlaneModel.MOST_RANGE,
                2,
                "explore.range",
                plane.rangeProperty()::set);
        Buttons.bind(slider, plane.rangeProperty(), plane.rangeProperty()::set);
        Label figure = Cards.styled(new Label(), "figure", "slot-value");
        figure.textProperty().bind(plane.rangeProperty().map(range -> "±" + Figures.length(range.doubleValue())));
        return row("explore.range.label", slider, figure);
    }

    private static HBox circle(CircleModel circle) {
        Slider angle = Buttons.slider("circleAngle", 0, 360, 0, "explore.circle", circle::turnTo);
        Buttons.bind(angle, circle.angleProperty(), circle::turnTo);
        Button play = new Button();
        play.setId("circlePlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(Icons.playing(circle.playingProperty()));
        play.setOnAction(event -> circle.togglePlaying());
        Teach.about(play, "explore.circle.play");
        Label figure = Cards.styled(new Label(), "figure", "slot-value");
        figure.textProperty().bind(circle.angleProperty().map(degrees -> Math.round(degrees.doubleValue()) + "°"));
        HBox.setHgrow(angle, Priority.ALWAYS);
        HBox row = new HBox(6, play, angle, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
