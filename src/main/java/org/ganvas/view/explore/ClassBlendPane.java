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
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.text.Messages;

/** One class, or a blend of two; only for conditional generators. FX thread. */
final class ClassBlendPane extends HBox {

    private static final double LEAST_BOX = 66;
    private static final double MOST_BOX = 116;
    private static final double ARROW = 44;
    private static final double LETTER = 7.5;

    private final LatentSlidersViewModel sliders;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ComboBox<String> first = box("classA", "explore.class.a");
    private final ComboBox<String> second = box("classB", "explore.class.b");
    private final Slider share = new Slider(0, 1, 0);
    private boolean showing;

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
        HelpTooltips.share(label, share);
        getChildren().addAll(label, first, share, second);
        visibleProperty().bind(sliders.classesProperty().map(classes -> !classes.isEmpty()));
        managedProperty().bind(visibleProperty());
        ViewBindings.listen(sliders.classesProperty(), (property, old, now) -> build(now));
        build(sliders.classesProperty().get());
    }

    private ComboBox<String> box(String id, String key) {
        ComboBox<String> box = new ComboBox<>(names);
        box.setId(id);
        TextScaling.scaleMinWidth(box, 58);
        box.setOnAction(event -> blend());
        return HelpTooltips.about(box, key);
    }

    private void build(List<LatentSlider> classes) {
        showing = true;
        names.setAll(classes.stream().map(LatentSlider::name).toList());
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        double width = Math.max(LEAST_BOX, Math.min(MOST_BOX, ARROW + longest * LETTER));
        TextScaling.scalePrefWidth(first, width);
        TextScaling.scalePrefWidth(second, width);
        showing = false;
        classes.forEach(slider -> ViewBindings.listen(slider.valueProperty(), (property, old, now) -> showBlend()));
        showBlend();
    }

    /** Shows the two classes of the greatest weights. */
    private void showBlend() {
        List<LatentSlider> classes = sliders.classesProperty().get();
        if (classes.isEmpty() || showing) {
            return;
        }
        int a = greatest(classes, -1);
        int b = greatest(classes, a);
        int shownB = second.getSelectionModel().getSelectedIndex();
        double weightA = classes.get(a).valueProperty().get();
        double weightB = b < 0 ? 0 : classes.get(b).valueProperty().get();
        int shownA = first.getSelectionModel().getSelectedIndex();
        boolean swapped = shownA == b && shownB == a && weightB > 0;
        showing = true;
        if (!swapped) {
            first.getSelectionModel().select(a);
            if (weightB > 0 || shownB < 0) {
                second.getSelectionModel().select(Math.max(0, b));
            }
        }
        double sum = weightA + weightB;
        share.setValue(sum <= 0 ? 0 : (swapped ? weightA : weightB) / sum);
        showing = false;
    }

    private static int greatest(List<LatentSlider> classes, int except) {
        int best = -1;
        for (LatentSlider slider : classes) {
            boolean greater = best < 0
                    || slider.valueProperty().get()
                            > classes.get(best).valueProperty().get();
            if (slider.index() != except && greater) {
                best = slider.index();
            }
        }
        return best;
    }

    private void blend() {
        int a = first.getSelectionModel().getSelectedIndex();
        int b = second.getSelectionModel().getSelectedIndex();
        if (!showing && a >= 0 && b >= 0) {
            showing = true;
            sliders.blend(a, b, share.getValue());
            showing = false;
        }
    }
}
