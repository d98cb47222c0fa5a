package org.peercoaching.matching.engine;

/** A reason why two people must not be matched, in the order in which they are looked at. */
public enum Rule {
    /** They share no language. */
    NO_COMMON_LANGUAGE,
    /** Their levels are further apart than the policy allows. */
    LEVEL_DISTANCE,
    /** One stands above the other, at any height. */
    REPORTING_LINE,
    /** They belong to one org unit, and the policy wants different ones. */
    SAME_UNIT,
    /**
     * They were partners not long ago, or one of them or a manager does not want them to be
     * matched. It is one rule, lest a count tell that somebody was vetoed.
     */
    KEPT_APART,
    /** They have too little time in common. */
    NO_COMMON_TIME,
    /** They do not reach half the points of a criterion that is mandatory. */
    MANDATORY_CRITERION,
    /** They do not reach the least score. */
    MINIMUM_SCORE
}
