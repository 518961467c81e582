package org.ganvas.app;

import org.ganvas.session.TrainingSession;
import org.ganvas.session.render.LatentRenderer;

/**
 * The session as the window gets it.
 *
 * @param training commands in, snapshots out
 * @param latent draws chosen latents
 * @param session ends every thread of the session when closed
 */
public record SessionServices(TrainingSession training, LatentRenderer latent, AutoCloseable session) {}
