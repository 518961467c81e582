package org.ganvas.view.lab;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Menus of the exports of the Lab's plot and of the Dirac-GAN: a button, and the same by right click. FX thread. */
final class LabExportMenu {

    private LabExportMenu() {}

    /** Button of the exports of the plot. */
    static MenuButton ofPlot(LabExportViewModel model) {
        return button("labExport", "lab.export", plotItems(model, ""));
    }

    /** Button of the exports of the Dirac-GAN. */
    static MenuButton ofDirac(LabExportViewModel model) {
        return button("diracExport", "lab.dirac.export", diracItems(model, ""));
    }

    /** Opens the exports of the plot by a right click, or the key of menus. */
    static void onPlot(Node plot, LabExportViewModel model) {
        install(plot, plotItems(model, "Context"));
    }

    /** Opens the exports of the Dirac-GAN by a right click, or the key of menus. */
    static void onDirac(Node plot, LabExportViewModel model) {
        install(plot, diracItems(model, "Context"));
    }

    private static void install(Node node, List<MenuItem> items) {
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        node.setOnContextMenuRequested(event -> {
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static MenuButton button(String id, String key, List<MenuItem> items) {
        MenuButton button = new MenuButton(null, IconFactory.of(Feather.SHARE));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems().setAll(items);
        return HelpTooltips.about(button, key);
    }

    private static List<MenuItem> plotItems(LabExportViewModel model, String suffix) {
        BooleanBinding ready = model.readyProperty();
        return List.of(
                item("labExportImage" + suffix, "lab.export.image", ready, () -> model.exportImage(1)),
                item("labExportLarge" + suffix, "lab.export.large", ready, () -> model.exportImage(2)),
                item("labExportGif" + suffix, "lab.export.gif", ready, model::exportGif),
                item("labExportMp4" + suffix, "lab.export.mp4", ready, model::exportMp4),
                item("labExportTable" + suffix, "lab.export.table", ready, model::exportTable),
                new SeparatorMenuItem(),
                print("labExportPrint" + suffix, model));
    }

    private static List<MenuItem> diracItems(LabExportViewModel model, String suffix) {
        BooleanBinding free = model.freeProperty();
        return List.of(
                item("diracExportImage" + suffix, "lab.export.image", free, () -> model.exportDiracImage(1)),
                item("diracExportLarge" + suffix, "lab.export.large", free, () -> model.exportDiracImage(2)),
                item("diracExportTable" + suffix, "lab.dirac.export.table", free, model::exportDiracTable),
                new SeparatorMenuItem(),
                print("diracExportPrint" + suffix, model));
    }

    /** Whether images and films are white, in place of the colours of the window. */
    private static MenuItem print(String id, LabExportViewModel model) {
        CheckMenuItem item = new CheckMenuItem(Messages.text("lab.export.print"));
        item.setId(id);
        item.selectedProperty().bindBidirectional(model.printProperty());
        return item;
    }

    private static MenuItem item(String id, String key, BooleanBinding enabled, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(id);
        item.disableProperty().bind(enabled.not());
        item.setOnAction(event -> work.run());
        return DisabledReasons.set(item, "lab.export");
    }
}
