package org.ganvas.viewmodel.text;

import java.util.List;

/** The languages the window can speak. Called on the FX thread. */
public interface LanguageSelector {

    /** As the settings keep them; the first follows the system. */
    List<String> tags();

    /** What one is called, in itself. */
    String name(String tag);

    /** The one that was chosen. */
    String current();

    /** Speaks it from now on, and remembers it. */
    void choose(String tag);
}
