package org.ganvas.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.viewmodel.support.UserPrompts;
import org.jspecify.annotations.Nullable;

/** Prompts with fixed answers that record the questions. */
public final class FakePrompts implements UserPrompts {

    private final List<String> questions = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean answer = true;
    private @Nullable Unsaved unsaved;
    private @Nullable Path folder;
    private @Nullable Path project;
    private @Nullable Path export;
    private @Nullable Path model;

    /** Sets the answer to questions with yes and no. */
    public void answer(boolean yes) {
        answer = yes;
    }

    /** Sets the answer about unsaved work; without it, {@link #answer} states whether it is discarded. */
    public void unsaved(Unsaved decision) {
        unsaved = decision;
    }

    /** Texts that were shown, in order. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** Sets the answer to questions for a folder, which is also that of a file of points. */
    public void folder(Path chosen) {
        folder = chosen;
    }

    /** Sets the answer to questions for a project. */
    public void project(Path chosen) {
        project = chosen;
    }

    /** Sets the answer to questions for the file of an export. */
    public void export(Path chosen) {
        export = chosen;
    }

    /** Sets the answer to questions for a model. */
    public void model(Path chosen) {
        model = chosen;
    }

    /** Titles of all questions and proposed names of exports, in order. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    /** What was said beside the questions with yes and no, in order. */
    public List<String> details() {
        return List.copyOf(details);
    }

    @Override
    public void inform(String title, String text) {
        texts.add(title + "\n" + text);
    }

    @Override
    public boolean confirm(String title, String detail, String action) {
        questions.add(title);
        details.add(detail);
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
