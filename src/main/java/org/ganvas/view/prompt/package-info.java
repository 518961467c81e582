/**
 * Questions to the user as cards over the window's content, and the system's file dialogs. Nothing here waits: answers
 * arrive as events, because a question may arise inside a frame, and a modal window of its own would un-maximise the
 * main one. FX thread.
 */
@NullMarked
package org.ganvas.view.prompt;

import org.jspecify.annotations.NullMarked;
