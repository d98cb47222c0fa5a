package org.peercoaching.matching.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hard rules: what forbids a match whatever its score. All of them are symmetric. */
public final class Rules {

    private final Policy policy;

    /** The rules of a policy. Equality and reporting line hold in every one. */
    public Rules(Policy policy) {
        this.policy = policy;
    }

    /** The first rule that forbids a pair; null where it is allowed. */
    public @Nullable Rule forbidding(Candidate one, Candidate other) {
        if (commonLanguages(List.of(one, other)).isEmpty()) {
            return Rule.NO_COMMON_LANGUAGE;
        }
        if (Math.abs(one.level() - other.level()) > policy.levelDistance()) {
            return Rule.LEVEL_DISTANCE;
        }
        if (one.superiors().contains(other.id()) || other.superiors().contains(one.id())) {
            return Rule.REPORTING_LINE;
        }
        if (one.earlierPartners().contains(other.id())
                || other.earlierPartners().contains(one.id())) {
            return Rule.EARLIER_PARTNERS;
        }
        return one.time().common(other.time()) < policy.commonMinutes()
                ? Rule.NO_COMMON_TIME
                : null;
    }

    /** Whether three people, each two of whom may be matched, can also meet all together. */
    public boolean canMeet(Candidate one, Candidate other, Candidate third) {
        return !commonLanguages(List.of(one, other, third)).isEmpty()
                && one.time().and(other.time()).common(third.time()) >= policy.commonMinutes();
    }

    /** The languages that all members have, in the order the first one likes them. */
    static List<String> commonLanguages(List<Candidate> members) {
        return members.getFirst().languages().stream()
                .filter(language ->
                        members.stream().allMatch(member -> member.languages().contains(language)))
                .toList();
    }
}
