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

/** Projects that were opened or saved recently, newest first, kept in the preferences. FX thread. */
public final class RecentProjectsViewModel {

    private static final int MAX_PROJECTS = 10;
    private static final String KEY = "recent.";

    private final AppServices services;
    private final NoticesViewModel notices;
    private final Consumer<Path> open;
    private final FrameTasks tasks;
    private final ObservableList<RecentProject> projects = FXCollections.observableArrayList();

    RecentProjectsViewModel(AppServices services, NoticesViewModel notices, Consumer<Path> open) {
        this.services = services;
        this.notices = notices;
        this.open = open;
        tasks = new FrameTasks(services.io(), notices::reportInternalError);
        for (int i = 0; i < MAX_PROJECTS; i++) {
            add(services.preferences().get(KEY + i, ""));
        }
        refresh();
    }

    private void add(String path) {
        try {
            if (!path.isBlank()) {
                projects.add(new RecentProject(Path.of(path), true));
            }
        } catch (InvalidPathException e) {
            notices.addToHistory(Messages.text("recent.unreadable", path));
        }
    }

    void onFrame() {
        tasks.runFinished();
    }

    // ---- Properties ----

    public ObservableList<RecentProject> projects() {
        return projects;
    }

    // ---- Commands ----

    /** Checks which files exist, and deletes temporary files that killed programs left beside them. */
    public void refresh() {
        List<Path> files = projects.stream().map(RecentProject::file).toList();
        if (files.isEmpty()) {
            return;
        }
        tasks.run(() -> {
            Set<Path> missing = new HashSet<>();
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    services.store().deleteOrphans(file);
                } else {
                    missing.add(file);
                }
            }
            return () -> projects.replaceAll(known -> new RecentProject(known.file(), !missing.contains(known.file())));
        });
    }

    /** Opens a project, or removes it from the list if its file does not exist. */
    public void openOrRemove(RecentProject project) {
        if (project.exists()) {
            open.accept(project.file());
        } else {
            projects.remove(project);
            store();
            notices.showRemark(Messages.text("recent.removed", project.name()));
        }
    }

    public void clear() {
        projects.clear();
        store();
    }

    /** Puts a project that was opened or saved at the front. */
    void addFirst(Path file) {
        Path place = file.toAbsolutePath().normalize();
        projects.removeIf(project -> project.file().equals(place));
        projects.add(0, new RecentProject(place, true));
        if (projects.size() > MAX_PROJECTS) {
            projects.remove(MAX_PROJECTS, projects.size());
        }
        store();
    }

    private void store() {
        for (int i = 0; i < MAX_PROJECTS; i++) {
            String path = i < projects.size() ? projects.get(i).file().toString() : "";
            services.preferences().put(KEY + i, path);
        }
        services.preferences().flush();
    }
}
