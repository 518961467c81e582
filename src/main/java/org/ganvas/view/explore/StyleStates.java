package org.ganvas.view.explore;

import javafx.css.PseudoClass;

/** States that the style sheet knows. Any thread. */
final class StyleStates {

    /** There is something to do with it. */
    static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /** Something would be dropped here. */
    static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private StyleStates() {}
}
