package org.peercoaching.events;

import java.time.Instant;

/** Who and what the examples are about: three people of one program, and when they meet. */
final class Cast {

    static final String PROGRAM = "asking-before-telling-2026";
    static final String CIRCLES = "deciding-together-2026";
    static final String ROUND = "rnd-Vq7fXb2LmT9c";
    static final String MATCH = "mat-Jw4nPz8RkD1s";
    static final String RELATIONSHIP = "rel-Jw4nPz8RkD1s";
    static final String SESSION = "ses-C3hYt6GvQe0a";

    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static final Member FIRST =
            new Member("per-8sKd02LmQxZr", "enr-8sKd02LmQxZr", "/engineering/platform/storage");
    static final Member SECOND =
            new Member("per-Hb5wTn31VcYp", "enr-Hb5wTn31VcYp", "/finance/controlling");
    static final Member THIRD =
            new Member("per-Ze9gUf47JaRi", "enr-Ze9gUf47JaRi", "/people/learning");
    static final Member FOURTH =
            new Member("per-Yk2sBv80LqWd", "enr-Yk2sBv80LqWd", "/engineering/data");
    static final String MANAGER = "per-Mo6xWy58EkBt";

    static final Instant PROGRAM_STARTS = Instant.parse("2026-02-02T08:00:00Z");
    static final Instant PROGRAM_ENDS = Instant.parse("2026-11-02T17:00:00Z");
    static final Instant ENROLLED = Instant.parse("2026-02-03T09:12:44.118Z");
    static final Instant READY = Instant.parse("2026-02-05T14:03:09.502Z");
    static final Instant MATCHED = Instant.parse("2026-02-10T10:30:00Z");
    static final Instant SESSION_STARTS = Instant.parse("2026-02-17T13:00:00Z");
    static final Instant SESSION_OVER = Instant.parse("2026-02-17T14:01:37.250Z");

    private Cast() {}
}
