package org.ganvas.viewmodel.support;

import java.nio.file.Path;
import java.util.Optional;

/** How a view model asks the person at the screen; a test answers in its place. Called on the FX thread. */
public interface UserPrompts {

    /**
     * Asks whether to go on although trained work is thrown away.
     *
     * @param title the question
     * @param detail what would be lost
     * @param action what the button that goes on is called
     */
    boolean confirm(String title, String detail, String action);

    /**
     * Asks whether to do something that loses nothing.
     *
     * @param title the question
     * @param detail what would happen
     * @param action what the button that goes on is called
     */
    default boolean confirmHarmless(String title, String detail, String action) {
        return confirm(title, detail, action);
    }

    /** What is to become of unsaved work. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /**
     * Asks what is to become of unsaved work before it is left behind.
     *
     * @param title the question
     * @param detail what is not saved
     */
    Unsaved askUnsaved(String title, String detail);

    /**
     * Shows a longer text to read and copy.
     *
     * @param title what it is
     * @param place where it lies
     */
    void showText(String title, Path place, String text);

    /** Shows a short text until it is closed. */
    void inform(String title, String text);

    /** Asks for a folder of pictures; empty if the person changed their mind. */
    Optional<Path> chooseFolder();

    /** Asks for a file of points; empty if the person changed their mind. */
    Optional<Path> choosePoints();

    /** Asks for a project to open; empty if the person changed their mind. */
    Optional<Path> chooseProjectToOpen();

    /** Asks where to save the project; empty if the person changed their mind. */
    Optional<Path> chooseProjectToSave();

    /**
     * Asks where to put an export; empty if the person changed their mind.
     *
     * @param name proposed, with the ending that the file gets
     */
    Optional<Path> chooseExport(String name);

    /** Asks for a Deeplearning4j model to import; empty if the person changed their mind. */
    Optional<Path> chooseModelToOpen();

    /** Asks for a project or a Deeplearning4j model whose generator is to be explored. */
    default Optional<Path> chooseGenerator() {
        return chooseModelToOpen();
    }

    /** Asks for a picture; empty if the person changed their mind. */
    default Optional<Path> chooseImage() {
        return Optional.empty();
    }

    /**
     * Asks for a short text, a name.
     *
     * @param before what it is now
     */
    default Optional<String> askName(String title, String before) {
        return Optional.empty();
    }
}
