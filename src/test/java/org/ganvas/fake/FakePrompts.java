package org.ganvas.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.ganvas.viewmodel.support.UserPrompts;
import org.jspecify.annotations.Nullable;

/** Prompts with fixed answers that record the questions. */
public final class FakePrompts implements UserPrompts {

    private final List<String> questions = new ArrayList<>();
    private final List<ObservableValue<String>> details = new ArrayList<>();
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

    /** What is said now beside all questions, in order. */
    public List<String> details() {
        return details.stream().map(ObservableValue::getValue).toList();
    }

    @Override
    public void inform(String title, String text) {
        texts.add(title + "\n" + text);
    }

    @Override
    public void confirm(String title, ObservableValue<String> detail, String action, Runnable agreed) {
        questions.add(title);
        details.add(detail);
        if (answer) {
            agreed.run();
        }
    }

    @Override
    public void askUnsaved(String title, ObservableValue<String> detail, Consumer<Unsaved> answered) {
        questions.add(title);
        details.add(detail);
        answered.accept(unsaved != null ? unsaved : answer ? Unsaved.DISCARD : Unsaved.CANCEL);
    }

    @Override
    public void showText(String title, Path place, String text) {
        texts.add(text);
    }

    private static void choose(@Nullable Path fixed, Consumer<Path> chosen) {
        if (fixed != null) {
            chosen.accept(fixed);
        }
    }

    @Override
    public void chooseFolder(Consumer<Path> chosen) {
        choose(folder, chosen);
    }

    @Override
    public void choosePoints(Consumer<Path> chosen) {
        choose(folder == null ? null : folder.resolve("points.csv"), chosen);
    }

    @Override
    public void chooseProjectToOpen(Consumer<Path> chosen) {
        choose(project, chosen);
    }

    @Override
    public void chooseProjectToSave(Consumer<Path> chosen) {
        choose(project, chosen);
    }

    @Override
    public void chooseExport(String name, Consumer<Path> chosen) {
        questions.add(name);
        choose(export, chosen);
    }

    @Override
    public void chooseModelToOpen(Consumer<Path> chosen) {
        choose(model, chosen);
    }

    @Override
    public void chooseGenerator(Consumer<Path> chosen) {
        choose(model, chosen);
    }

    @Override
    public void chooseImage(Consumer<Path> chosen) {}

    @Override
    public void askName(String title, String before, Consumer<String> named) {}
}
