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

/** Feature maps of a chosen layer for the picture that was clicked. FX thread. */
final class FeatureMapsPane extends VBox {

    /** More maps than this are too small to see. */
    private static final int MOST = 512;

    private final InspectionViewModel model;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ComboBox<String> layers = new ComboBox<>(names);
    private final Label about = CardFactory.styled(new Label(), "caption", "figure");
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> maps = new ReadOnlyObjectWrapper<>();
    private final FittedGridView grid = new FittedGridView(maps);
    private boolean following;

    FeatureMapsPane(InspectionViewModel model) {
        super(6);
        this.model = model;
        layers.setId("insideLayer");
        layers.setPrefWidth(190);
        HelpTooltips.about(layers, "inspect.maps");
        layers.getSelectionModel().selectedIndexProperty().addListener((property, old, now) -> chosen(now.intValue()));
        grid.setAccessibleText(Messages.text("inspect.maps.title"));
        grid.setMinSize(60, 40);
        about.setMinWidth(0);
        HBox choice = new HBox(10, layers, about);
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(choice, grid);
        ViewBindings.of(model.resultProperty(), (property, old, now) -> show(now));
        show(model.resultProperty().get());
    }

    private void chosen(int index) {
        if (!following && index >= 0) {
            model.layerProperty().set(index);
        }
    }

    private void show(@Nullable InspectionResult look) {
        if (look == null || look.maps() == null) {
            maps.set(null);
            about.setText("");
            return;
        }
        FeatureMaps shown = look.maps();
        following = true;
        List<String> now = look.layers().stream().map(LayerStatistics::name).toList();
        if (!now.equals(names)) {
            names.setAll(now);
        }
        layers.getSelectionModel().select(shown.layer());
        following = false;
        maps.set(arranged(shown, look.step()));
        Selection pick = model.pickProperty().get();
        about.setText(Messages.text(
                shown.isRow() ? "inspect.maps.row" : "inspect.maps.about",
                NumberFormats.count(shown.channels()),
                shown.width() + " × " + shown.height(),
                Messages.text(pick.generated() ? "inspect.maps.generated" : "inspect.maps.real", pick.index() + 1)));
    }

    /** About as many as wanted; so many that no place stays empty, where that is not far off. */
    private static int columns(int count, double wanted) {
        int usual = (int) Math.max(1, Math.min(count, Math.ceil(wanted)));
        for (int off = 0; off <= usual / 2; off++) {
            if (count % (usual - off) == 0) {
                return usual - off;
            }
            if (usual + off <= count && count % (usual + off) == 0) {
                return usual + off;
            }
        }
        return usual;
    }

    /** As many columns as make the whole about as wide as the room. */
    private SampleGrid arranged(FeatureMaps shown, long step) {
        int count = Math.min(MOST, shown.channels());
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
