package org.peercoaching.matching.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a round does otherwise than another one of its program, or than itself before the last
 * choice by hand.
 *
 * @param samePartners people who have the same partners in both, or nobody in both
 * @param otherPartners people who are matched in both, with others
 * @param newlyMatched people who are matched here and had nobody there
 * @param newlyUnmatched people who have nobody here and were matched there
 * @param onlyHere candidates of this round alone
 * @param onlyThere candidates of the other round alone
 * @param points how many more all matches have together; fewer where it is negative
 */
record Comparison(
        int samePartners,
        int otherPartners,
        int newlyMatched,
        int newlyUnmatched,
        int onlyHere,
        int onlyThere,
        long points) {

    /** How somebody's place differs. */
    enum Kind {
        /** Not at all. */
        SAME_PARTNERS,
        /** Matched in both, with others. */
        OTHER_PARTNERS,
        /** Matched here, with nobody there. */
        NEWLY_MATCHED,
        /** With nobody here, matched there. */
        NEWLY_UNMATCHED,
        /** No candidate there. */
        ONLY_HERE,
        /** No candidate here. */
        ONLY_THERE
    }

    /**
     * One person's place in both.
     *
     * @param partners participant ids of the others; empty for nobody
     * @param score points of the match, the mean of its pairs
     */
    record Change(
            String participantId,
            Kind kind,
            List<String> partners,
            List<String> partnersThere,
            int score,
            int scoreThere) {

        /** Of one who has a place in at least one of them. */
        static Change of(@Nullable Placement here, @Nullable Placement there) {
            if (here == null) {
                return of(Kind.ONLY_THERE, Placement.alone(id(there)), there);
            }
            if (there == null) {
                return of(Kind.ONLY_HERE, here, Placement.alone(here.participantId()));
            }
            return of(kind(here, there), here, there);
        }

        private static String id(@Nullable Placement placement) {
            if (placement == null) {
                throw new IllegalArgumentException("Somebody who is nowhere");
            }
            return placement.participantId();
        }

        private static Kind kind(Placement here, Placement there) {
            if (here.partners().equals(there.partners())) {
                return Kind.SAME_PARTNERS;
            }
            if (!there.matched()) {
                return Kind.NEWLY_MATCHED;
            }
            return here.matched() ? Kind.OTHER_PARTNERS : Kind.NEWLY_UNMATCHED;
        }

        private static Change of(Kind kind, Placement here, @Nullable Placement there) {
            Placement other = there == null ? Placement.alone(here.participantId()) : there;
            return new Change(
                    here.participantId(),
                    kind,
                    here.partners(),
                    other.partners(),
                    here.score(),
                    other.score());
        }
    }
}
