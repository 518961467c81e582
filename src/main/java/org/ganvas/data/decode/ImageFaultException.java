package org.ganvas.data.decode;

import org.ganvas.message.Message;

/** Failure to decode an image file. */
public final class ImageFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ImageFault fault;
    private final transient Message reason;

    ImageFaultException(ImageFault fault) {
        this(fault, "");
    }

    /**
     * @param detail argument of the reason, for example the name of a format
     */
    ImageFaultException(ImageFault fault, String detail) {
        super(fault.name());
        this.fault = fault;
        reason = fault.reason(detail);
    }

    public ImageFault fault() {
        return fault;
    }

    /** What is wrong, as the rest of a sentence that begins with the file's name. */
    public Message reason() {
        return reason;
    }
}
