package org.ganvas.view.film;

import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.RadioMenu;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the formats that a film can be exported to. FX thread. */
final class FilmFormatMenu extends MenuButton {

    FilmFormatMenu(FilmViewModel film, FilmExportViewModel export) {
        super(Messages.text("film.export.title"), IconFactory.of(Feather.DOWNLOAD));
        setId("filmExport");
        DisabledReasons.set(
                HelpTooltips.about(this, "film.export"),
                ViewBindings.map(
                        export.busyProperty(), busy -> busy ? "film.export.busy.disabled" : "film.export.disabled"));
        getItems()
                .addAll(
                        item("filmGif", "film.gif", export::exportGif),
                        item("filmApng", "film.apng", export::exportApng),
                        item("filmMp4", "film.mp4", export::exportMp4),
                        item("filmFrames", "film.frames", export::exportFrames),
                        item("filmSheet", "film.contactSheet", export::exportContactSheet),
                        new SeparatorMenuItem(),
                        RadioMenu.of(
                                "filmSide",
                                Messages.text("film.size"),
                                FilmExportViewModel.SIDES,
                                side -> Messages.text("film.size.value", side.toString()),
                                export.sideProperty()),
                        RadioMenu.of(
                                "filmRate",
                                Messages.text("film.rate"),
                                FilmExportViewModel.RATES,
                                rate -> Messages.text("film.rate.value", rate.toString()),
                                export.rateProperty()));
        disableProperty()
                .bind(export.busyProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> film.keyframes()
                                        .filmProperty()
                                        .get()
                                        .keyframes()
                                        .isEmpty(),
                                film.keyframes().filmProperty())));
    }

    private static MenuItem item(String id, String key, Runnable work) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }
}
