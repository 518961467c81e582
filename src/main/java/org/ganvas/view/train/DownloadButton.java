package org.ganvas.view.train;

import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the downloadable datasets; those on this machine are marked. FX thread. */
final class DownloadButton extends Button {

    private final DownloadsViewModel model;

    DownloadButton(DownloadsViewModel model) {
        super(null, IconFactory.of(Feather.DOWNLOAD_CLOUD));
        this.model = model;
        setId("downloadButton");
        getStyleClass().add("button-icon");
        HelpTooltips.about(this, "download");
        setOnAction(event -> menu().show(this, Side.BOTTOM, 0, 4));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (DownloadableDataset set : model.datasets()) {
            MenuItem item = new MenuItem(
                    model.isDownloaded(set)
                            ? Messages.text("download.present", set.name())
                            : Messages.text(
                                    "download.size",
                                    set.name(),
                                    String.format(Locale.ROOT, "%.0f", set.bytes() / 1e6)));
            item.setId("download-" + set.id());
            item.setOnAction(event -> model.downloadOrOpen(set));
            menu.getItems().add(item);
        }
        return menu;
    }
}
