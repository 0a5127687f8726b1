package io.lockstep.transport.net;

/** How network threads wait for their sockets. */
public enum IoKind {
    /** The selector of the JDK; everywhere. */
    NIO,
    /** Linux epoll through native code; falls back to {@link #NIO} where it does not load. */
    EPOLL
}
