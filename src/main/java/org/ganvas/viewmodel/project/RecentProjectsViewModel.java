package org.ganvas.viewmodel.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** The projects that were open lately, newest first, remembered between two starts. FX thread. */
public final class RecentProjectsViewModel {

    private static final int MOST = 10;
    private static final String KEY = "recent.";

    private final AppServices cabinet;
    private final NoticesViewModel notices;
    private final Consumer<Path> open;
    private final FrameTasks chores;
    private final ObservableList<RecentProject> projects = FXCollections.observableArrayList();

    RecentProjectsViewModel(AppServices cabinet, NoticesViewModel notices, Consumer<Path> open) {
        this.cabinet = cabinet;
        this.notices = notices;
        this.open = open;
        chores = new FrameTasks(cabinet.io(), notices::reportInternalError);
        for (int i = 0; i < MOST; i++) {
            remember(cabinet.preferences().get(KEY + i, ""));
        }
        refresh();
    }

    private void remember(String path) {
        try {
            if (!path.isBlank()) {
                projects.add(new RecentProject(Path.of(path), true));
            }
        } catch (InvalidPathException e) {
            notices.addToHistory(Messages.text("recent.unreadable", path));
        }
    }

    void onFrame() {
        chores.runFinished();
    }

    // ---- Properties ----

    public ObservableList<RecentProject> projects() {
        return projects;
    }

    // ---- Commands ----

    /** Looks which of them are still there, and tidies up what killed programs left beside them. */
    public void refresh() {
        List<Path> files = projects.stream().map(RecentProject::file).toList();
        if (files.isEmpty()) {
            return;
        }
        chores.run(() -> {
            Set<Path> missing = new HashSet<>();
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    cabinet.store().sweep(file);
                } else {
                    missing.add(file);
                }
            }
            return () -> projects.replaceAll(known -> new RecentProject(known.file(), !missing.contains(known.file())));
        });
    }

    /** Opens one; if it is not there any more, takes it off the list. */
    public void openOrRemove(RecentProject project) {
        if (project.there()) {
            open.accept(project.file());
        } else {
            projects.remove(project);
            store();
            notices.say(Messages.text("recent.removed", project.name()));
        }
    }

    public void clear() {
        projects.clear();
        store();
    }

    /** A project was opened or saved. */
    void addFirst(Path file) {
        Path place = file.toAbsolutePath().normalize();
        projects.removeIf(project -> project.file().equals(place));
        projects.add(0, new RecentProject(place, true));
        if (projects.size() > MOST) {
            projects.remove(MOST, projects.size());
        }
        store();
    }

    private void store() {
        for (int i = 0; i < MOST; i++) {
            String path = i < projects.size() ? projects.get(i).file().toString() : "";
            cabinet.preferences().put(KEY + i, path);
        }
        cabinet.preferences().flush();
    }
}
