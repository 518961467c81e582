package org.ganvas.view.train;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.chart.ChartExport;
import org.ganvas.viewmodel.chart.ChartSettings;
import org.ganvas.viewmodel.chart.ChartUnit;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tools of all charts: unit of the axis, smoothing, menu. FX thread. */
final class ChartTools extends FittingRow {

    private final CurvesViewModel model;
    private final ChartSettings settings;
    private final ChartExport exports;
    private final Runnable saveImage;

    /**
     * @param saveImage saves an image of the charts
     */
    ChartTools(CurvesViewModel model, ChartExport exports, Runnable saveImage) {
        super(6);
        this.model = model;
        settings = model.settings();
        this.exports = exports;
        this.saveImage = saveImage;
        getStyleClass().add("chart-tools");
        Slider smoothing = smoothing();
        HBox.setHgrow(smoothing, Priority.ALWAYS);
        Label caption = CardFactory.styled(new Label(), "caption", "figure", "smoothing-value");
        caption.textProperty().bind(settings.horizonProperty().map(place -> horizon(place.intValue())));
        FontIcon smooth = IconFactory.of(Feather.ACTIVITY, "muted");
        caption.setMinWidth(USE_PREF_SIZE);
        concedeSpacing(2);
        concedeHidden(smooth);
        concedeHidden(caption);
        getChildren().addAll(units(), latest(), smooth, smoothing, caption, menu());
    }

    private static String horizon(int place) {
        return place == 0
                ? Messages.text("chart.smoothing.none")
                : NumberFormats.shortCount(ChartSettings.HORIZONS.get(place));
    }

    private MenuButton units() {
        MenuButton button = CardFactory.styled(new MenuButton(), "flat", "chart-units");
        button.setId("chartUnits");
        button.textProperty().bind(settings.unitProperty().map(ChartTools::name));
        ToggleGroup group = new ToggleGroup();
        for (ChartUnit unit : ChartUnit.values()) {
            RadioMenuItem item = new RadioMenuItem(name(unit));
            item.setToggleGroup(group);
            item.setSelected(unit == settings.unitProperty().get());
            item.setOnAction(event -> settings.unitProperty().set(unit));
            button.getItems().add(item);
        }
        button.setMinWidth(USE_PREF_SIZE);
        return HelpTooltips.about(button, "chart.unit");
    }

    private static String name(ChartUnit unit) {
        return Messages.text("chart.unit." + unit.name());
    }

    private ToggleButton latest() {
        ToggleButton button = CardFactory.styled(new ToggleButton(Messages.text("chart.latest.label")), "chart-log");
        button.setId("chartLatest");
        button.setMinWidth(USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(settings.latestProperty());
        ViewBindings.onDispose(() -> button.selectedProperty().unbindBidirectional(settings.latestProperty()));
        return HelpTooltips.about(button, "chart.latest");
    }

    private Slider smoothing() {
        Slider slider = CardFactory.styled(new Slider(0, ChartSettings.HORIZONS.size() - 1, 0), "small");
        slider.setId("chartSmoothing");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setMinWidth(48);
        slider.setPrefWidth(90);
        slider.setValue(settings.horizonProperty().get());
        slider.valueProperty()
                .addListener(
                        (property, old, now) -> settings.horizonProperty().set((int) Math.round(now.doubleValue())));
        return HelpTooltips.about(slider, "chart.smoothing");
    }

    private MenuButton menu() {
        MenuButton button = CardFactory.styled(new MenuButton(), "flat", "button-icon", "no-arrow");
        button.setId("chartMenu");
        button.setGraphic(IconFactory.of(Feather.MORE_HORIZONTAL));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getItems().setAll(items());
        return HelpTooltips.tip(button, Messages.text("chart.menu"));
    }

    /** The same menu for a right click on a chart. */
    ContextMenu contextMenu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        CheckMenuItem raw = new CheckMenuItem(Messages.text("chart.raw"));
        raw.selectedProperty().bindBidirectional(settings.rawProperty());
        return List.of(
                item("chart.showAll", Feather.MAXIMIZE_2, model::showAll),
                raw,
                new SeparatorMenuItem(),
                item("chart.save.image", Feather.IMAGE, saveImage),
                item("chart.save.window", Feather.GRID, () -> exports.saveTable(true)),
                item("chart.save.all", Feather.GRID, () -> exports.saveTable(false)));
    }

    private static MenuItem item(String key, Feather icon, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key), IconFactory.of(icon));
        item.setOnAction(event -> work.run());
        return item;
    }
}
