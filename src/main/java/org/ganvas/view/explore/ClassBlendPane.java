package org.ganvas.view.explore;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.LatentSlider;
import org.ganvas.viewmodel.explore.LatentSlidersViewModel;
import org.ganvas.viewmodel.text.Messages;

/** One class, or the way from one to another; only where the generator has classes. FX thread. */
final class ClassBlendPane extends HBox {

    private final LatentSlidersViewModel sliders;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ComboBox<String> first = box("classA", "explore.class.a");
    private final ComboBox<String> second = box("classB", "explore.class.b");
    private final Slider share = new Slider(0, 1, 0);
    private boolean following;

    ClassBlendPane(LatentSlidersViewModel sliders) {
        super(6);
        this.sliders = sliders;
        setId("classBlend");
        setAlignment(Pos.CENTER_LEFT);
        share.setId("classShare");
        share.getStyleClass().add("small");
        share.setBlockIncrement(0.05);
        TextScaling.scaleMinWidth(share, 40);
        HBox.setHgrow(share, Priority.ALWAYS);
        HelpTooltips.about(share, "explore.class.share");
        share.valueProperty().addListener((property, old, now) -> blend());
        Label label = CardFactory.caption(Messages.text("explore.class.label"));
        TextScaling.scaleMinWidth(label, LatentSlidersPane.LABEL);
        getChildren().addAll(label, first, share, second);
        visibleProperty().bind(sliders.classesProperty().map(classes -> !classes.isEmpty()));
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(sliders.classesProperty(), (property, old, now) -> build(now));
        build(sliders.classesProperty().get());
    }

    private ComboBox<String> box(String id, String key) {
        ComboBox<String> box = new ComboBox<>(names);
        box.setId(id);
        TextScaling.scalePrefWidth(box, 66);
        TextScaling.scaleMinWidth(box, 58);
        box.setOnAction(event -> blend());
        return HelpTooltips.about(box, key);
    }

    private void build(List<LatentSlider> classes) {
        following = true;
        names.setAll(classes.stream().map(LatentSlider::name).toList());
        following = false;
        classes.forEach(dial -> ViewBindings.listen(dial.valueProperty(), (property, old, now) -> follow()));
        follow();
    }

    /** The two classes that weigh most. */
    private void follow() {
        List<LatentSlider> classes = sliders.classesProperty().get();
        if (classes.isEmpty() || following) {
            return;
        }
        int a = heaviest(classes, -1);
        int b = heaviest(classes, a);
        int shownB = second.getSelectionModel().getSelectedIndex();
        double weightA = classes.get(a).valueProperty().get();
        double weightB = b < 0 ? 0 : classes.get(b).valueProperty().get();
        int shownA = first.getSelectionModel().getSelectedIndex();
        boolean turned = shownA == b && shownB == a && weightB > 0;
        following = true;
        if (!turned) {
            first.getSelectionModel().select(a);
            if (weightB > 0 || shownB < 0) {
                second.getSelectionModel().select(Math.max(0, b));
            }
        }
        double sum = weightA + weightB;
        share.setValue(sum <= 0 ? 0 : (turned ? weightA : weightB) / sum);
        following = false;
    }

    private static int heaviest(List<LatentSlider> classes, int except) {
        int best = -1;
        for (LatentSlider dial : classes) {
            boolean heavier = best < 0
                    || dial.valueProperty().get()
                            > classes.get(best).valueProperty().get();
            if (dial.index() != except && heavier) {
                best = dial.index();
            }
        }
        return best;
    }

    private void blend() {
        int a = first.getSelectionModel().getSelectedIndex();
        int b = second.getSelectionModel().getSelectedIndex();
        if (!following && a >= 0 && b >= 0) {
            following = true;
            sliders.blend(a, b, share.getValue());
            following = false;
        }
    }
}
