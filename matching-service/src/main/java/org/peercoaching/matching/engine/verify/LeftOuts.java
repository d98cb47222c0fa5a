package org.peercoaching.matching.engine.verify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Rule;

/**
 * The counted reasons why people are left out: of all in small cohorts, in large ones of as many,
 * evenly spread, as can be counted in a second or so; that they add up, of all.
 */
final class LeftOuts {

    private static final long MOST_PAIRS = 25_000_000;

    private final Case task;
    private final Reasons reasons;
    private final Faults faults;

    /** The rule that keeps two people from being matched; null where none does. */
    interface Reasons {
        @Nullable Rule forbidding(int one, int other);
    }

    LeftOuts(Case task, Reasons reasons, Faults faults) {
        this.task = task;
        this.reasons = reasons;
        this.faults = faults;
    }

    void check(List<LeftOut> leftOut) {
        int others = task.free().length - 1;
        long step = (long) leftOut.size() * others / MOST_PAIRS + 1;
        for (int i = 0; i < leftOut.size(); i++) {
            LeftOut one = leftOut.get(i);
            int index = task.index(one.id());
            int sum = one.possible() + one.forbidden().values().stream().mapToInt(n -> n).sum();
            boolean right = one.considered() == others && sum == others;
            if (!right || i % step == 0 && index != Case.UNKNOWN && !counted(one, index)) {
                faults.add(Fault.Kind.REASONS, List.of(one.id()), sum, others);
            }
        }
    }

    private boolean counted(LeftOut one, int index) {
        Map<Rule, Integer> forbidden = new EnumMap<>(Rule.class);
        int possible = 0;
        for (int other : task.free()) {
            Rule rule = other == index ? null : reasons.forbidding(index, other);
            if (rule != null) {
                forbidden.merge(rule, 1, Integer::sum);
            } else if (other != index) {
                possible++;
            }
        }
        Map<Rule, Integer> claimed = new HashMap<>(one.forbidden());
        claimed.values().removeIf(number -> number == 0);
        return possible == one.possible() && forbidden.equals(claimed);
    }
}
