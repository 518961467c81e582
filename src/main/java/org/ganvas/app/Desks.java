package org.ganvas.app;

import org.ganvas.session.LatentDesk;
import org.ganvas.session.TrainingDesk;

/**
 * The session as the window gets it.
 *
 * @param training commands in, snapshots out
 * @param latent draws chosen latents
 * @param session ends every thread of the session when closed
 */
public record Desks(TrainingDesk training, LatentDesk latent, AutoCloseable session) {}
