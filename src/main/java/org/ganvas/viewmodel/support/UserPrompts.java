package org.ganvas.viewmodel.support;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * Questions of view models to the user. Each method returns at once and passes the answer on when it is there, because
 * questions arise inside frames, which must not wait. FX thread.
 */
public interface UserPrompts {

    /**
     * Asks whether to do something that loses trained work.
     *
     * @param title question
     * @param detail what would be lost, followed while the question is open: training goes on behind it
     * @param action label of the confirming button
     * @param agreed called if the user confirms
     */
    void confirm(String title, ObservableValue<String> detail, String action, Runnable agreed);

    /** The same, where what would be lost stays as it is. */
    default void confirm(String title, String detail, String action, Runnable agreed) {
        confirm(title, new SimpleStringProperty(detail), action, agreed);
    }

    /**
     * Asks whether to do something that loses nothing.
     *
     * @param title question
     * @param detail what would happen
     * @param action label of the confirming button
     * @param agreed called if the user confirms
     */
    default void confirmHarmless(String title, String detail, String action, Runnable agreed) {
        confirm(title, detail, action, agreed);
    }

    /** Answers about unsaved work. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /**
     * Asks whether to save unsaved work before it is replaced.
     *
     * @param title question
     * @param detail what is not saved, followed while the question is open: training goes on behind it
     * @param answered receives the answer
     */
    void askUnsaved(String title, ObservableValue<String> detail, Consumer<Unsaved> answered);

    /**
     * Shows a long text that can be copied.
     *
     * @param title of the text
     * @param place path of its file
     */
    void showText(String title, Path place, String text);

    /** Shows a short text until it is closed. */
    void inform(String title, String text);

    /** Asks for a folder of images. @param chosen not called if the user cancels */
    void chooseFolder(Consumer<Path> chosen);

    /**
     * Asks for a folder of another kind.
     *
     * @param title what is to be chosen
     * @param chosen not called if the user cancels
     */
    default void chooseFolder(String title, Consumer<Path> chosen) {
        chooseFolder(chosen);
    }

    /** Asks for the folder of a translation's outputs, after that of its inputs. @param chosen not called if the user cancels */
    default void chooseOutputs(Consumer<Path> chosen) {
        chooseFolder(chosen);
    }

    /** Asks for a file of points. @param chosen not called if the user cancels */
    void choosePoints(Consumer<Path> chosen);

    /** Asks for a project to open. @param chosen not called if the user cancels */
    void chooseProjectToOpen(Consumer<Path> chosen);

    /** Asks where to save the project. @param chosen not called if the user cancels */
    void chooseProjectToSave(Consumer<Path> chosen);

    /**
     * Asks for the file of an export.
     *
     * @param name proposed name with its extension; without one it is the name of a new folder
     * @param chosen not called if the user cancels
     */
    void chooseExport(String name, Consumer<Path> chosen);

    /**
     * The same for a film or a part of one, some of whose formats have the ending of images.
     *
     * @param chosen not called if the user cancels
     */
    default void chooseFilm(String name, Consumer<Path> chosen) {
        chooseExport(name, chosen);
    }

    /** Asks for a Deeplearning4j model to import. @param chosen not called if the user cancels */
    void chooseModelToOpen(Consumer<Path> chosen);

    /**
     * Asks for a project or a Deeplearning4j model whose generator is to be explored.
     *
     * @param chosen not called if the user cancels
     */
    void chooseGenerator(Consumer<Path> chosen);

    /** Asks for an image file. @param chosen not called if the user cancels */
    void chooseImage(Consumer<Path> chosen);

    /**
     * Asks for a name.
     *
     * @param before current name
     * @param named not called if the user cancels
     */
    void askName(String title, String before, Consumer<String> named);
}
