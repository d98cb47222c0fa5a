package org.peercoaching.feedback.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.feedback.exchange.Counting;
import org.peercoaching.feedback.exchange.GivenAnswer;
import org.peercoaching.feedback.exchange.GivenAnswers;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Collects the answers of a week by org unit. */
@Component
final class Tallies implements Counting {

    /** The due work some time after a week's end. */
    static final String WEEK_CLOSES = "feedback-week-closes";

    /** How long the last answers have for coming here. */
    static final Duration GRACE = Duration.ofDays(1);

    private final GivenAnswers given;
    private final AggregateStore<TallyWeek> weeks;
    private final AggregateStore<UnitTally> units;
    private final DueWork dueWork;
    private final BusinessClock clock;
    private final ZoneId zone;

    Tallies(
            GivenAnswers given,
            AggregateStore<TallyWeek> weeks,
            AggregateStore<UnitTally> units,
            DueWork dueWork,
            BusinessClock clock,
            @Value("${coaching.reporting-zone}") ZoneId zone) {
        this.given = given;
        this.weeks = weeks;
        this.units = units;
        this.dueWork = dueWork;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Counts an answer that was given: two reads and one write, and what makes the week known with
     * a unit's first.
     */
    Handled count(FeedbackGiven event) {
        return given.find(event.exchange().exchangeId(), event.giverId())
                .map(this::count)
                .orElse(Handled.IGNORED);
    }

    @Override
    public Handled count(GivenAnswer answer) {
        IsoWeek week = IsoWeek.of(answer.windowEndsAt(), zone);
        UnitTally first = UnitTally.empty(answer.programId(), answer.unit(), week.code());
        Outcome<UnitTally> outcome =
                units.handle(
                        first.tallyId(),
                        Trigger.internal(),
                        known ->
                                known.map(unit -> unit.count(answer))
                                        .orElseGet(() -> countFirst(first, answer, week)));
        return outcome.equals(COUNTED_ALREADY) ? Handled.DUPLICATE : Handled.of(outcome);
    }

    /** The week lists the unit before the unit is written, so that no answer is overlooked. */
    private Decision<UnitTally> countFirst(UnitTally unit, GivenAnswer answer, IsoWeek week) {
        TallyWeek first = TallyWeek.empty(unit.programId(), unit.week());
        Outcome<TallyWeek> listed =
                weeks.handle(
                        first.id(),
                        Trigger.internal(),
                        known -> known.orElseGet(() -> begin(first, week)).list(unit.unit()));
        return switch (listed) {
            case Outcome.Refused<TallyWeek>(Refusal refusal) -> Decision.rejected(refusal);
            case Outcome.Applied<TallyWeek> applied -> unit.count(answer);
            case Outcome.Repeated<TallyWeek> repeated -> unit.count(answer);
        };
    }

    /** The end is put down before the week is written, so that no week stays open. */
    private TallyWeek begin(TallyWeek first, IsoWeek week) {
        Instant end = week.end(zone);
        Instant now = clock.instant();
        dueWork.schedule(WEEK_CLOSES, first.id(), (end.isAfter(now) ? end : now).plus(GRACE));
        return first;
    }

    private static final Outcome<UnitTally> COUNTED_ALREADY =
            new Outcome.Refused<>(UnitTally.COUNTED_ALREADY);
}
