package org.ganvas.engine.train;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/**
 * A loss or a gradient that is not finite any more. The step does not count: some of its updates may have been made, so
 * training can go on only from an earlier state.
 */
public final class DivergenceException extends RuntimeException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;
    private final long step;

    DivergenceException(Message quantity, long step, double value) {
        this(
                Message.of(
                        "engine.train.diverged",
                        step,
                        quantity,
                        Double.isNaN(value)
                                ? Message.of("engine.train.notANumber")
                                : Message.of("engine.train.infinite")),
                step);
    }

    private DivergenceException(Message message, long step) {
        super(message.english());
        this.message = message;
        this.step = step;
    }

    @Override
    public Message message() {
        return message;
    }

    /** The step that failed. */
    public long step() {
        return step;
    }
}
