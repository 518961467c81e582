package org.ganvas.view;

import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the downloadable data sets with their sizes. FX thread. */
final class DownloadMenu extends Menu {

    DownloadMenu(DownloadsViewModel model) {
        super(Messages.text("menu.download"), IconFactory.of(Feather.DOWNLOAD_CLOUD));
        setId("menuDownload");
        for (DownloadableDataset dataset : model.datasets()) {
            MenuItem item = new MenuItem(Messages.text(
                    "download.size", dataset.name(), String.format(Locale.ROOT, "%.0f", dataset.bytes() / 1e6)));
            item.setId("menuDownload-" + dataset.id());
            item.setOnAction(event -> model.downloadOrOpen(dataset));
            getItems().add(item);
        }
    }
}
