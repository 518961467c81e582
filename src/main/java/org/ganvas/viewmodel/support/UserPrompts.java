package org.ganvas.viewmodel.support;

import java.nio.file.Path;
import java.util.Optional;

/** Questions of view models to the user. Called on the FX thread. */
public interface UserPrompts {

    /**
     * Asks whether to do something that loses trained work.
     *
     * @param title question
     * @param detail what would be lost
     * @param action label of the confirming button
     */
    boolean confirm(String title, String detail, String action);

    /**
     * Asks whether to do something that loses nothing.
     *
     * @param title question
     * @param detail what would happen
     * @param action label of the confirming button
     */
    default boolean confirmHarmless(String title, String detail, String action) {
        return confirm(title, detail, action);
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
     * @param detail what is not saved
     */
    Unsaved askUnsaved(String title, String detail);

    /**
     * Shows a long text that can be copied.
     *
     * @param title of the text
     * @param place path of its file
     */
    void showText(String title, Path place, String text);

    /** Shows a short text until it is closed. */
    void inform(String title, String text);

    /** Asks for a folder of images; empty if the user cancels. */
    Optional<Path> chooseFolder();

    /** Asks for a file of points; empty if the user cancels. */
    Optional<Path> choosePoints();

    /** Asks for a project to open; empty if the user cancels. */
    Optional<Path> chooseProjectToOpen();

    /** Asks where to save the project; empty if the user cancels. */
    Optional<Path> chooseProjectToSave();

    /**
     * Asks for the file of an export; empty if the user cancels.
     *
     * @param name proposed name with its extension
     */
    Optional<Path> chooseExport(String name);

    /** Asks for a Deeplearning4j model to import; empty if the user cancels. */
    Optional<Path> chooseModelToOpen();

    /** Asks for a project or a Deeplearning4j model whose generator is to be explored; empty if the user cancels. */
    default Optional<Path> chooseGenerator() {
        return chooseModelToOpen();
    }

    /** Asks for an image file; empty if the user cancels. */
    default Optional<Path> chooseImage() {
        return Optional.empty();
    }

    /**
     * Asks for a name; empty if the user cancels.
     *
     * @param before current name
     */
    default Optional<String> askName(String title, String before) {
        return Optional.empty();
    }
}
