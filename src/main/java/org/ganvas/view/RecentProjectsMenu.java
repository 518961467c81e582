package org.ganvas.view;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.project.RecentProject;
import org.ganvas.viewmodel.project.RecentProjectsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the recent projects; a missing one is grey, and choosing it removes it from the list. FX thread. */
final class RecentProjectsMenu extends Menu {

    private final RecentProjectsViewModel model;

    RecentProjectsMenu(RecentProjectsViewModel model) {
        super(Messages.text("menu.recent"), IconFactory.of(Feather.CLOCK));
        this.model = model;
        setId("menuRecent");
        setOnShowing(event -> model.refresh());
        ViewBindings.listen(model.projects(), (ListChangeListener<RecentProject>) change -> update());
        update();
    }

    private void update() {
        if (model.projects().isEmpty()) {
            MenuItem none = new MenuItem(Messages.text("menu.recent.none"));
            none.setDisable(true);
            getItems().setAll(DisabledReasons.set(none, "menu.recent"));
            return;
        }
        MenuItem clear = new MenuItem(Messages.text("menu.recent.clear"), IconFactory.of(Feather.X));
        clear.setId("menuRecentClear");
        clear.setOnAction(event -> model.clear());
        getItems().setAll(model.projects().stream().map(this::item).toList());
        getItems().addAll(new SeparatorMenuItem(), clear);
    }

    private MenuItem item(RecentProject project) {
        String key = project.exists() ? "menu.recent.item" : "menu.recent.missing";
        // Without mnemonics: an underscore of the name would be taken for one.
        MenuItem item =
                new MenuItem(Messages.text(key, project.name(), project.folder()), IconFactory.of(Feather.FILE));
        item.setMnemonicParsing(false);
        if (!project.exists()) {
            item.getStyleClass().add("missing");
        }
        item.setOnAction(event -> model.openOrRemove(project));
        return item;
    }
}
