/**
 * Messages for users as keys with arguments, from where they arise to where they are shown. A layer states what happened
 * without knowing the language; the window and the command line format it with the bundle of theirs. Bundles lie in
 * {@code resources/messages}, one for each layer. Only the JDK is known here. Any thread.
 */
@NullMarked
package org.ganvas.message;

import org.jspecify.annotations.NullMarked;
