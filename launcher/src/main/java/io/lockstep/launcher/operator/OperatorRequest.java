package io.lockstep.launcher.operator;

import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.ScopeKind;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks of the engine.
 *
 * @param nonce unique, positive
 * @param timeMs when it was asked, UTC, ms
 * @param action what
 * @param scope over what
 * @param name which one, by its name in the configuration; empty for the engine
 * @param actor who, up to 32 printable ASCII characters
 * @param reason why, in their words
 * @param leave what an override allows; null for every other request
 */
public record OperatorRequest(
        long nonce,
        long timeMs,
        OperatorAction action,
        ScopeKind scope,
        String name,
        String actor,
        String reason,
        @Nullable Leave leave) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int MOST_ACTOR = 32;
    private static final int MOST_REASON = 200;

    /**
     * That one order may break one limit.
     *
     * @param symbol in which instrument, by its name in the configuration
     * @param limit which limit
     * @param forMs for how long from when the engine hears of it, ms
     */
    public record Leave(String symbol, DenyReason limit, long forMs) {}

    /** A request that allows nothing. */
    public OperatorRequest(
            long nonce, long timeMs, OperatorAction action, ScopeKind scope, String name, String actor, String reason) {
        this(nonce, timeMs, action, scope, name, actor, reason, null);
    }

    /** Cuts the texts to what a journal's record holds. */
    public OperatorRequest {
        actor = cut(UNPRINTABLE.matcher(actor).replaceAll("?"), MOST_ACTOR);
        reason = cut(reason.replaceAll("\\p{Cntrl}", " "), MOST_REASON);
    }

    /** A request with a fresh nonce. */
    public static OperatorRequest of(
            OperatorAction action, ScopeKind scope, String name, String actor, String reason, long nowMs) {
        long nonce = RANDOM.nextLong() >>> 1 | 1;
        return new OperatorRequest(nonce, nowMs, action, scope, name, actor, reason);
    }

    /** A request over the whole engine, with a fresh nonce. */
    public static OperatorRequest ofEngine(OperatorAction action, String actor, String reason, long nowMs) {
        return of(action, ScopeKind.ENGINE, "", actor, reason, nowMs);
    }

    /** The same under another nonce. */
    OperatorRequest withNonce(long other) {
        return new OperatorRequest(other, timeMs, action, scope, name, actor, reason, leave);
    }

    /** The same, allowing something. */
    public OperatorRequest with(Leave allowed) {
        return new OperatorRequest(nonce, timeMs, action, scope, name, actor, reason, allowed);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
