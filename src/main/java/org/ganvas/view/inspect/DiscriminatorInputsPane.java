package org.ganvas.view.inspect;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.inspect.DiscriminatorInputs;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Real and generated images as D sees them. FX thread. */
final class DiscriminatorInputsPane extends HBox {

    private static final double WIDTH = 320;

    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> generated = new ReadOnlyObjectWrapper<>();
    private final Label sentence = CardFactory.styled(new Label(), "prose");

    DiscriminatorInputsPane(InspectionViewModel model, SampleImageFiles files) {
        super(16);
        sentence.setWrapText(true);
        VBox words = new VBox(6, sentence);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(150);
        words.setPrefWidth(220);
        HelpTooltips.about(words, "inspect.inputs");
        getChildren()
                .addAll(
                        column("inspect.inputs.generated", generated, files),
                        column("inspect.inputs.real", real, files),
                        words);
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private static VBox column(String key, ReadOnlyObjectWrapper<@Nullable SampleGrid> images, SampleImageFiles files) {
        VBox column = NearestImagePane.column(key, images, files, WIDTH);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void show(@Nullable InspectionResult result) {
        DiscriminatorInputs inputs = result == null ? null : result.inputs();
        real.set(inputs == null ? null : inputs.real());
        generated.set(inputs == null ? null : inputs.generated());
        sentence.setText(
                inputs == null
                        ? ""
                        : Messages.text(inputs.changed() ? "inspect.inputs.changed" : "inspect.inputs.same"));
    }
}
