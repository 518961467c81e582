package org.ganvas.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.viewmodel.support.UserPrompts;
import org.jspecify.annotations.Nullable;

/** Answers as it was told, and remembers what it was asked. */
public final class FakePrompts implements UserPrompts {

    private final List<String> questions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean answer = true;
    private @Nullable Unsaved unsaved;
    private @Nullable Path folder;
    private @Nullable Path project;
    private @Nullable Path export;
    private @Nullable Path model;

    public void answer(boolean yes) {
        answer = yes;
    }

    /** What becomes of unsaved work; before this is called, {@link #answer} says whether it is thrown away. */
    public void unsaved(Unsaved decision) {
        unsaved = decision;
    }

    /** The texts that were shown. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public void folder(Path chosen) {
        folder = chosen;
    }

    public void project(Path chosen) {
        project = chosen;
    }

    public void export(Path chosen) {
        export = chosen;
    }

    public void model(Path chosen) {
        model = chosen;
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public void inform(String title, String text) {
        texts.add(title + "\n" + text);
    }

    @Override
    public boolean confirm(String title, String detail, String action) {
        questions.add(title);
        return answer;
    }

    @Override
    public Unsaved askUnsaved(String title, String detail) {
        questions.add(title);
        return unsaved != null ? unsaved : answer ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public void showText(String title, Path place, String text) {
        texts.add(text);
    }

    @Override
    public Optional<Path> chooseFolder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public Optional<Path> choosePoints() {
        return Optional.ofNullable(folder).map(place -> place.resolve("points.csv"));
    }

    @Override
    public Optional<Path> chooseProjectToOpen() {
        return Optional.ofNullable(project);
    }

    @Override
    public Optional<Path> chooseProjectToSave() {
        return Optional.ofNullable(project);
    }

    @Override
    public Optional<Path> chooseExport(String name) {
        questions.add(name);
        return Optional.ofNullable(export);
    }

    @Override
    public Optional<Path> chooseModelToOpen() {
        return Optional.ofNullable(model);
    }
}
