package org.ganvas.view.explore;

import javafx.css.PseudoClass;

/** Pseudo-classes of the style sheet. Any thread. */
final class StyleStates {

    /** The control has something to do. */
    static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private StyleStates() {}
}
