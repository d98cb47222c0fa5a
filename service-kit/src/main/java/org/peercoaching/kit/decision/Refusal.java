package org.peercoaching.kit.decision;

/**
 * Why a command has no effect. It becomes an RFC 9457 problem; the advice is its detail.
 *
 * @param kind what sort of refusal it is
 * @param code a stable code for programs, such as {@code charter-not-accepted}
 * @param advice one or two sentences for people: what is wrong and what to do; no content, no names
 */
public record Refusal(Kind kind, String code, String advice) {

    /** The sort of a refusal; the web edge maps it to a status. */
    public enum Kind {
        /** The command itself makes no sense. */
        INVALID,
        /** It makes sense, but not in the present state. */
        CONFLICT,
        /** There is no such thing, or the caller may not know of it. */
        NOT_FOUND,
        /** The caller knows the thing but may not do this. */
        FORBIDDEN,
        /** The caller saw an older version than the one in force. */
        STALE,
        /** The caller must wait a little and try again. */
        UNAVAILABLE
    }

    /** A command that makes no sense. */
    public static Refusal invalid(String code, String advice) {
        return new Refusal(Kind.INVALID, code, advice);
    }

    /** A command that does not fit the present state. */
    public static Refusal conflict(String code, String advice) {
        return new Refusal(Kind.CONFLICT, code, advice);
    }

    /** Nothing there, as far as the caller may know. */
    public static Refusal notFound(String code, String advice) {
        return new Refusal(Kind.NOT_FOUND, code, advice);
    }

    /** Not the caller's to do. */
    public static Refusal forbidden(String code, String advice) {
        return new Refusal(Kind.FORBIDDEN, code, advice);
    }

    /** Not now. */
    public static Refusal unavailable(String code, String advice) {
        return new Refusal(Kind.UNAVAILABLE, code, advice);
    }
}
