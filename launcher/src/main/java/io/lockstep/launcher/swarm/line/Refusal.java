package io.lockstep.launcher.swarm.line;

/**
 * The words in which the venue refuses a request, or fails it; what they mean for the order is the gateway's to say.
 *
 * <p>Binance Spot API, "Error codes", USDⓈ-M Futures, "Error Codes" and "General Info" (on 503), read 2026-11.
 */
enum Refusal {
    /** It came too late. */
    TOO_LATE(400, -1021, "Timestamp for this request is outside of the recvWindow."),
    /** Spot is too busy, and did nothing. */
    SPOT_OVERLOADED(
            503, -1008, "Server is currently overloaded with other requests. Please try again in a few minutes."),
    /** Futures are too busy, and did nothing. */
    USDM_UNAVAILABLE(503, 0, "Service Unavailable."),
    /** The back end did not answer the front end in time. */
    TIMED_OUT(
            408,
            -1007,
            "Timeout waiting for response from backend server. Send status unknown; execution status unknown."),
    /** Something broke, nobody knows when. */
    UNKNOWN_ERROR(503, 0, "Unknown error, please check your request or try again later."),
    /** Something broke, nobody knows what. */
    UNEXPECTED_RESPONSE(
            500, -1006, "An unexpected response was received from the message bus. Execution status unknown."),
    /** The account has not got what the order takes. */
    INSUFFICIENT(400, -2010, "Account has insufficient balance for requested action."),
    /** An order of this id is open. */
    DUPLICATE(400, -2010, "Duplicate order sent."),
    /** No such order is open. */
    NOT_OPEN(400, -2011, "Unknown order sent."),
    /** No such order is known. */
    NOT_FOUND(400, -2013, "Order does not exist.");

    private final int status;
    private final int code;
    private final String words;

    Refusal(int status, int code, String words) {
        this.status = status;
        this.code = code;
        this.words = words;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
