package org.ganvas.viewmodel.latent;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.jspecify.annotations.Nullable;

/**
 * Render requests of one screen. The first change of a frame is requested at once, so that the same frame can show it;
 * all later ones of that frame become one request in the next. The renderer has one mailbox for all screens: only an
 * active screen reads it, and each recognises the answers to its own requests by their sign. FX thread.
 */
public final class LatentRequestQueue {

    /** Without a request for this long, the user has stopped moving the latent. */
    private static final long MOVING_NANOS = 150_000_000;

    private final LatentRenderer renderer;
    private final BooleanSupplier active;
    private final Supplier<LatentRequest> next;
    private boolean pending;
    private boolean requestedThisFrame;
    private long lastRequest = Long.MIN_VALUE / 2;
    private long requestBefore = Long.MIN_VALUE / 2;
    private long now;

    /**
     * @param active whether the screen is shown and has something to render
     * @param next the request for the present state, with a sign of the screen's own type
     */
    public LatentRequestQueue(LatentRenderer renderer, BooleanSupplier active, Supplier<LatentRequest> next) {
        this.renderer = renderer;
        this.active = active;
        this.next = next;
    }

    /** To be called after every change of what is rendered. */
    public void changed() {
        pending = true;
        if (!requestedThisFrame && active.getAsBoolean()) {
            send();
        }
    }

    private void send() {
        pending = false;
        requestedThisFrame = true;
        requestBefore = lastRequest;
        lastRequest = now;
        renderer.request(next.get());
    }

    /** Begins a frame, also of a screen that is not shown. */
    public void pulse(long nanos) {
        now = nanos;
        if (pending && !requestedThisFrame && active.getAsBoolean()) {
            send();
        }
        requestedThisFrame = false;
    }

    /** The newest answer since the last call; null if there is none or the screen is not active. */
    public LatentRenderer.@Nullable Rendered take() {
        return active.getAsBoolean() ? renderer.takeRendered() : null;
    }

    /** Whether the latent has been moving over the last frames. */
    public boolean isMoving() {
        return active.getAsBoolean() && now - lastRequest < MOVING_NANOS && lastRequest - requestBefore < MOVING_NANOS;
    }
}
