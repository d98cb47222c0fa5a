package org.peercoaching.matching.matches;

import java.util.Locale;

/** What participants are told about their matches and their waiting. */
enum Phrase {
    /** What the person can give a partner: {@code partner}, {@code skills}. */
    YOU_GIVE,
    /** What a partner can give the person: {@code partner}, {@code skills}. */
    YOU_GET,
    /** What the person can give one of several partners: {@code partner}, {@code skills}. */
    YOU_GIVE_ONE,
    /** What one of several partners can give the person: {@code partner}, {@code skills}. */
    YOU_GET_ONE,
    /** {@code minutes} a week that all members have. */
    TIME_IN_COMMON,
    /** {@code languages} that all members speak. */
    LANGUAGES_IN_COMMON,
    /** The {@code terms} with most points, the most first. */
    COUNTED_MOST,
    /** No round has looked for the person yet. */
    FIRST_ROUND_TO_COME,
    /** The last round looked at {@code considered} people. */
    LAST_ROUND_FOUND_NOBODY,
    /** Nobody else was there. */
    NOBODY_ELSE_READY,
    /** Of {@code considered} people, {@code people} share no language. */
    NO_COMMON_LANGUAGE,
    /** Their levels are too far apart. */
    LEVEL_DISTANCE,
    /** One stands above the other. */
    REPORTING_LINE,
    /** They belong to the same unit. */
    SAME_UNIT,
    /** They have too little time in common. */
    NO_COMMON_TIME,
    /** They do not reach what the program holds for indispensable. */
    MANDATORY_CRITERION,
    /** They do not fit well enough. */
    MINIMUM_SCORE,
    /** All others: what kept them from the person is not told, for it may be somebody's secret. */
    MATCHED_OTHERWISE,
    /** The person has as many open matches as one may have. */
    AT_CAPACITY,
    /** The last match ended, and not by the person. */
    PARTNER_GONE,
    /** The last match ended by the person. */
    LAST_MATCH_GIVEN_UP,
    /**
     * {@code rounds} in a row found nobody: each adds to the bonus with which the person comes
     * first.
     */
    GOES_FIRST;

    /** For programs: lower case, with hyphens. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
