package org.ganvas.view.inspect;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.NearestImage;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Clicked image beside its nearest real image. FX thread. */
final class NearestImagePane extends HBox {

    private static final double WIDTH = 180;

    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> nearest = new ReadOnlyObjectWrapper<>();
    private final Label sentence = CardFactory.styled(new Label(Messages.text("inspect.nearest.click")), "prose");
    private final Label categoryLabel = CardFactory.styled(new Label(), "prose");
    private @Nullable NearestImage shown;

    NearestImagePane(InspectionViewModel model, SampleImageFiles files) {
        super(16);
        sentence.setWrapText(true);
        categoryLabel.setWrapText(true);
        VBox words = new VBox(6, sentence, categoryLabel);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(150);
        HBox.setHgrow(words, Priority.ALWAYS);
        HelpTooltips.about(words, "inspect.nearest");
        getChildren()
                .addAll(
                        column("inspect.selected", selected, files, WIDTH),
                        column("inspect.nearest.caption", nearest, files, WIDTH),
                        words);
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> show(now));
        ViewBindings.listen(model.searchProperty(), (property, old, now) -> {
            if (now.intValue() > 0) {
                sentence.setText(Messages.text("inspect.nearest.searching"));
                categoryLabel.setText("");
            }
        });
        show(model.resultProperty().get());
    }

    /** Images under a caption, which the right mouse button saves. */
    static VBox column(String key, ObservableValue<@Nullable SampleGrid> image, SampleImageFiles files, double width) {
        FittedGridView grid = new FittedGridView(image);
        ImageMenu.install(grid.view(), image::getValue, files);
        grid.setMinSize(80, 60);
        grid.setPrefWidth(width);
        grid.setAccessibleText(Messages.text(key));
        Label caption = CardFactory.caption(Messages.text(key));
        // A small image does not cut its caption.
        caption.setMinWidth(USE_PREF_SIZE);
        VBox column = new VBox(4, caption, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        return column;
    }

    private void show(@Nullable InspectionResult result) {
        NearestImage found = result == null ? null : result.nearest();
        if (found == null) {
            if (shown == null) {
                return;
            }
            shown = null;
            selected.set(null);
            nearest.set(null);
            sentence.setText(Messages.text("inspect.nearest.click"));
            categoryLabel.setText("");
        } else if (found != shown) {
            shown = found;
            selected.set(new SampleGrid(found.shape(), 1, 1, found.image(), new int[0], found.step()));
            nearest.set(new SampleGrid(found.shape(), 1, 1, found.nearest(), new int[0], 0));
            describe(found);
        }
    }

    /**
     * Suffix of the message key.
     *
     * @param ratio distance divided by the typical distance between real images
     */
    private static String category(double ratio) {
        return ratio < 0.5 ? "copied" : ratio < 0.9 ? "near" : ratio < 1.2 ? "own" : "far";
    }

    private void describe(NearestImage found) {
        String number = NumberFormats.count(found.index() + 1L);
        String distance = NumberFormats.amount(found.distance());
        sentence.setText(
                Double.isNaN(found.typicalDistance())
                        ? Messages.text("inspect.nearest.distance", number, distance)
                        : Messages.text(
                                "inspect.nearest.found",
                                number,
                                distance,
                                NumberFormats.amount(found.typicalDistance())));
        double ratio = found.distance() / found.typicalDistance();
        categoryLabel.setText(Double.isFinite(ratio) ? Messages.text("inspect.nearest." + category(ratio)) : "");
    }
}
