package io.lockstep.engine.port;

/** A venue could not be reached, refused a request, or said what cannot be used. The message names the request and the venue's own words. */
public final class VenueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int venueCode;

    /**
     * A failure.
     *
     * @param message what was asked and what came back; never a key or a signature
     * @param venueCode the venue's error code or HTTP status, 0 when there was no answer
     */
    public VenueException(String message, int venueCode) {
        super(message);
        this.venueCode = venueCode;
    }

    /** A failure of the connection itself. */
    public VenueException(String message, Throwable cause) {
        super(message, cause);
        venueCode = 0;
    }

    /** The venue's error code or HTTP status, 0 when there was no answer. */
    public int venueCode() {
        return venueCode;
    }
}
