package io.lockstep.transport.json;

/** Why a JSON text cannot be read, or {@link #NONE}. */
public enum JsonFault {
    /** Nothing wrong so far. */
    NONE,
    /** The text ends inside a value. */
    TRUNCATED,
    /** A byte that the grammar does not allow there. */
    SYNTAX,
    /** The value is of another type than the one asked for. */
    WRONG_TYPE,
    /** Objects and arrays are nested deeper than {@link JsonCursor#MAX_DEPTH}. */
    TOO_DEEP,
    /** A number has more than {@link JsonCursor#MAX_NUMBER_LENGTH} characters. */
    NUMBER_TOO_LONG,
    /** A text that was asked for has more than {@link JsonCursor#MAX_TEXT_LENGTH} bytes. */
    TEXT_TOO_LONG,
    /** A number does not fit into 64 bits. */
    OVERFLOW,
    /** A decimal has a digit other than 0 behind its eighth decimal, or an integer has a fraction. */
    TOO_PRECISE,
    /** Something other than white space follows the value. */
    TRAILING_BYTES
}
