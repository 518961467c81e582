package org.ganvas.view;

import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The data sets that can be downloaded, with their size. FX thread. */
final class DownloadMenu extends Menu {

    DownloadMenu(DownloadsViewModel model) {
        super(Messages.text("menu.download"), IconFactory.of(Feather.DOWNLOAD_CLOUD));
        setId("menuDownload");
        for (DownloadableDataset set : model.datasets()) {
            MenuItem item = new MenuItem(
                    Messages.text("download.size", set.name(), String.format(Locale.ROOT, "%.0f", set.bytes() / 1e6)));
            item.setId("menuDownload-" + set.id());
            item.setOnAction(event -> model.downloadOrOpen(set));
            getItems().add(item);
        }
    }
}
