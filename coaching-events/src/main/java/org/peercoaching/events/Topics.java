package org.peercoaching.events;

import java.util.List;

/** The topics of the contract, one per aggregate type. */
public final class Topics {

    public static final Topic PARTICIPANTS = internal("coaching.participants.v1");

    /** Compacted, so that an erased person's profiles go away. Read by matching-service only. */
    public static final Topic MATCHING_PROFILES =
            new Topic("coaching.matching-profiles.v1", Topic.Access.RESTRICTED, true);

    public static final Topic PROGRAMS = internal("coaching.programs.v1");
    public static final Topic ENROLLMENTS = internal("coaching.enrollments.v1");
    public static final Topic GOALS = internal("coaching.goals.v1");
    public static final Topic ROUNDS = internal("coaching.rounds.v1");
    public static final Topic MATCHES = internal("coaching.matches.v1");
    public static final Topic UNMATCHED = internal("coaching.unmatched.v1");
    public static final Topic RELATIONSHIPS = internal("coaching.relationships.v1");
    public static final Topic SESSIONS = internal("coaching.sessions.v1");
    public static final Topic FEEDBACK = internal("coaching.feedback.v1");
    public static final Topic TALLIES = internal("coaching.tallies.v1");

    private static final List<Topic> ALL =
            List.of(
                    PARTICIPANTS,
                    MATCHING_PROFILES,
                    PROGRAMS,
                    ENROLLMENTS,
                    GOALS,
                    ROUNDS,
                    MATCHES,
                    UNMATCHED,
                    RELATIONSHIPS,
                    SESSIONS,
                    FEEDBACK,
                    TALLIES);

    private Topics() {}

    /** Every topic of the contract. */
    public static List<Topic> all() {
        return ALL;
    }

    /** The topic that keeps what a consumer group could not read. */
    public static String deadLetters(String group) {
        return "coaching." + group + ".dead-letters";
    }

    /** The topic by which dead letters are given back to the one group that could not read them. */
    public static String replay(String group) {
        return "coaching." + group + ".replay";
    }

    private static Topic internal(String name) {
        return new Topic(name, Topic.Access.INTERNAL, false);
    }
}
