package org.peercoaching.matching.engine;

/** A reason why two people must not be matched, in the order in which they are looked at. */
public enum Rule {
    /** They share no language. */
    NO_COMMON_LANGUAGE,
    /** Their levels are further apart than the policy allows. */
    LEVEL_DISTANCE,
    /** One stands above the other, at any height. */
    REPORTING_LINE,
    /** They were partners not long ago. */
    EARLIER_PARTNERS,
    /** They have too little time in common. */
    NO_COMMON_TIME
}
