package org.ganvas.view.inspect;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.session.inspect.FeatureMaps;
import org.ganvas.session.inspect.InspectionRequest.Selection;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.jspecify.annotations.Nullable;

/** Feature maps of a selected layer for the clicked image. FX thread. */
final class FeatureMapsPane extends VBox {

    /** Largest number of maps shown; more would be too small to see. */
    private static final int MAX_MAPS = 512;

    private final InspectionViewModel model;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ComboBox<String> layers = new ComboBox<>(names);
    private final Label caption = CardFactory.styled(new Label(), "caption", "figure");
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> maps = new ReadOnlyObjectWrapper<>();
    private final FittedGridView grid = new FittedGridView(maps);
    private boolean updating;

    FeatureMapsPane(InspectionViewModel model) {
        super(6);
        this.model = model;
        layers.setId("inspectLayer");
        layers.setPrefWidth(190);
        HelpTooltips.about(layers, "inspect.maps");
        layers.getSelectionModel().selectedIndexProperty().addListener((property, old, now) -> chosen(now.intValue()));
        grid.setAccessibleText(Messages.text("inspect.maps.title"));
        grid.setMinSize(60, 40);
        caption.setMinWidth(0);
        HBox choice = new HBox(10, layers, caption);
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(choice, grid);
        ViewBindings.listen(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private void chosen(int index) {
        if (!updating && index >= 0) {
            model.layerProperty().set(index);
        }
    }

    private void show(@Nullable InspectionResult result) {
        if (result == null || result.maps() == null) {
            maps.set(null);
            caption.setText("");
            return;
        }
        FeatureMaps shown = result.maps();
        updating = true;
        List<String> now = result.layers().stream().map(LayerStatistics::name).toList();
        if (!now.equals(names)) {
            names.setAll(now);
        }
        layers.getSelectionModel().select(shown.layer());
        updating = false;
        maps.set(arranged(shown, result.step()));
        Selection pick = model.pickProperty().get();
        caption.setText(Messages.text(
                shown.isRow() ? "inspect.maps.row" : "inspect.maps.about",
                NumberFormats.count(shown.channels()),
                shown.width() + " × " + shown.height(),
                Messages.text(pick.generated() ? "inspect.maps.generated" : "inspect.maps.real", pick.index() + 1)));
    }

    /** Number of columns near the wanted one, preferably one that leaves no cell empty. */
    private static int columns(int count, double wanted) {
        int usual = (int) Math.max(1, Math.min(count, Math.ceil(wanted)));
        for (int distance = 0; distance <= usual / 2; distance++) {
            if (count % (usual - distance) == 0) {
                return usual - distance;
            }
            if (usual + distance <= count && count % (usual + distance) == 0) {
                return usual + distance;
            }
        }
        return usual;
    }

    /** Grid of the maps, scaled to [-1, 1], with about the aspect ratio of the pane. */
    private SampleGrid arranged(FeatureMaps shown, long step) {
        int count = Math.min(MAX_MAPS, shown.channels());
        double shape = grid.getHeight() > 0 ? Math.max(1, grid.getWidth() / grid.getHeight()) : 3;
        double wanted = Math.sqrt(count * shape * shown.height() / shown.width());
        int columns = columns(count, wanted);
        int rows = (count + columns - 1) / columns;
        int size = shown.height() * shown.width();
        float[] pixels = new float[rows * columns * size];
        java.util.Arrays.fill(pixels, -1);
        float largest = 1e-12f;
        for (int i = 0; i < count * size; i++) {
            largest = Math.max(largest, Math.abs(shown.values()[i]));
        }
        for (int i = 0; i < count * size; i++) {
            pixels[i] = shown.values()[i] / largest;
        }
        return new SampleGrid(
                new ImageShape(1, shown.height(), shown.width()), rows, columns, pixels, new int[0], step);
    }
}
