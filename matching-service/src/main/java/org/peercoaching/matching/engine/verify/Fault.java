package org.peercoaching.matching.engine.verify;

import java.util.List;

/**
 * Something about a matching that does not hold.
 *
 * @param people ids of those concerned, the first few of many; empty where it concerns all
 * @param claimed the figure that is wrong; 0 where it is no matter of figures
 * @param counted the figure that it should be, or should not be below; 0 likewise
 */
public record Fault(Kind kind, List<String> people, long claimed, long counted) {

    /** What does not hold. */
    public enum Kind {
        /** A member of a group, or somebody left out, is no candidate. */
        UNKNOWN_PERSON,
        /** Somebody has more than one place. */
        TWO_PLACES,
        /** Somebody is neither in a group nor left out. */
        NO_PLACE,
        /** Members, groups or people left out are not in the order of their ids. */
        ORDER,
        /** A group has more or fewer members than it may. */
        SIZE,
        /** A locked match does not stand. */
        LOCK,
        /** Two people are in one group whom a rule forbids to be. */
        RULE,
        /** Members of a group share no language, or too little time, all together. */
        CANNOT_MEET,
        /** A part of the cohort has more than one trio. */
        SECOND_TRIO,
        /** The terms of a score do not add up to it. */
        TERMS,
        /** How well people fit is not what the scorer says. */
        FIT,
        /** The pairs of a larger group are not each two of its members, once. */
        PAIRS,
        /** The mean of a circle's pairs is below what the policy asks for. */
        MEAN,
        /** The least score that is said to be asked of pairs is none, or below the policy's. */
        THRESHOLD,
        /** The weight is not that of the groups. */
        WEIGHT,
        /** The reasons why somebody is left out are counted wrong. */
        REASONS,
        /**
         * The second cannot be the first one's next best partner, or change places with them, or
         * not at this cost.
         */
        NEXT_BEST,
        /** The certificate has not one value for each person that no locked match holds. */
        LENGTH,
        /** A value is negative, or larger than any that can be of use. */
        VALUE,
        /**
         * The set, claimed is its index, is not an odd number of three or more positions,
         * ascending.
         */
        ODD_SET,
        /** The set, claimed is its index, is neither nested in nor disjoint from another. */
        CROSSING,
        /** A person's value in a certificate for circles is too low. */
        LOW_VALUE,
        /**
         * The certificate proves a higher bound only, or the matching claims one that is above it,
         * or below its own weight, or below the certificate's where no trio decides. It is not
         * looked at where anything else is wrong.
         */
        BOUND
    }
}
