package org.ganvas.viewmodel.text;

import java.util.List;

/** Choice of the language in the preferences. Called on the FX thread. */
public interface LanguageSelector {

    /** Values in the preferences; the first one follows the system. */
    List<String> tags();

    /** Name of a language in that language. */
    String name(String tag);

    /** Chosen value. */
    String current();

    /** Changes the language and stores the choice. */
    void choose(String tag);
}
