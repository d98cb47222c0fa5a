package org.peercoaching.participant.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.ProgramEvent.ProgramClosed;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Decision.Accepted;
import org.peercoaching.kit.decision.Decision.Rejected;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.participant.program.OpenProgram.Aim;

class ProgramDecisionsTest {

    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");
    private static final Instant END = Instant.parse("2026-11-02T17:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 2);

    private static final Program OPEN = asked(START, END, DUE).toProgram("max");

    @Test
    void aProgramIsOpenAtOnce() {
        Decision<Program> opened = Program.open(Optional.empty(), OPEN);
        assertThat(((Accepted<Program>) opened).events())
                .containsExactly(new ProgramOpened(OPEN.told()));
        assertThat(OPEN.open()).isTrue();
    }

    @Test
    void anIdNamesOneProgram() {
        assertThat(code(Program.open(Optional.of(OPEN), OPEN))).isEqualTo("program-exists");
    }

    @Test
    void whoOpensItRunsItWithTheOthers() {
        assertThat(OPEN.told().managers()).containsExactly("max", "mia");
        assertThat(asked(START, END, DUE).toProgram("mia").told().managers())
                .containsExactly("mia");
    }

    @Test
    void itsManagersCloseItAndNobodyElse() {
        assertThat(code(OPEN.close("moe"))).isEqualTo("not-a-manager");
        Program closed = state(OPEN.close("mia"));
        assertThat(((Accepted<Program>) OPEN.close("mia")).events())
                .containsExactly(new ProgramClosed(closed.told()));
        assertThat(closed.open()).isFalse();
        assertThat(((Accepted<Program>) closed.close("mia")).events()).isEmpty();
    }

    @Test
    void itClosesWhenItsTimeIsOverAndNotBefore() {
        assertThat(state(OPEN.closeByTime(END.minusMillis(1))).open()).isTrue();
        assertThat(state(OPEN.closeByTime(END)).open()).isFalse();
    }

    @Test
    void itsTimesMustMakeSense() {
        Duration day = Duration.ofDays(1);
        assertThat(asked(START, END, DUE).refusal(START.plus(day))).isEmpty();
        assertThat(times(asked(END, START, DUE), START)).isEqualTo("wrong-times");
        assertThat(times(asked(START, END, DUE), END)).isEqualTo("wrong-times");
        assertThat(times(asked(START, Instant.MAX, DUE), START)).isEqualTo("wrong-times");
        assertThat(times(asked(Instant.MIN, END, DUE), START)).isEqualTo("wrong-times");
        assertThat(times(asked(START, END, DUE.plusDays(2)), START))
                .isEqualTo("objective-due-outside");
        assertThat(times(asked(START, END, DUE.minusYears(1)), START))
                .isEqualTo("objective-due-outside");
    }

    @Test
    void circlesHaveASizeAndPairsHaveNone() {
        CircleSize size = new CircleSize(4, 6);
        assertThat(CircleSize.refusal(Method.COACHING_CIRCLE, size)).isEmpty();
        assertThat(CircleSize.refusal(Method.COACHING_CIRCLE, new CircleSize(5, 5))).isEmpty();
        assertThat(CircleSize.refusal(Method.ONE_ON_ONE, null)).isEmpty();
        assertThat(CircleSize.refusal(Method.COACHING_CIRCLE, null).orElseThrow().code())
                .isEqualTo("circle-size-missing");
        assertThat(CircleSize.refusal(Method.ONE_ON_ONE, size).orElseThrow().code())
                .isEqualTo("circle-size-without-circles");
        assertThat(
                        CircleSize.refusal(Method.COACHING_CIRCLE, new CircleSize(6, 4))
                                .orElseThrow()
                                .code())
                .isEqualTo("circle-size-reversed");
    }

    @Test
    void theSizeOfCirclesIsToldFromTheBeginningToTheEnd() {
        Program circles =
                asked(Method.COACHING_CIRCLE, new CircleSize(4, 6), START, END, DUE)
                        .toProgram("max");
        assertThat(circles.told().circle()).isEqualTo(new ProgramEvent.CircleSize(4, 6));
        assertThat(state(circles.close("max")).told().circle())
                .isEqualTo(new ProgramEvent.CircleSize(4, 6));
        assertThat(OPEN.told().circle()).isNull();
    }

    private static OpenProgram asked(Instant start, Instant end, LocalDate due) {
        return asked(Method.ONE_ON_ONE, null, start, end, due);
    }

    private static OpenProgram asked(
            Method method, @Nullable CircleSize circle, Instant start, Instant end, LocalDate due) {
        return new OpenProgram(
                "asking-2026",
                "Asking before telling",
                List.of(new Aim("match-rate", 95, "%", due)),
                List.of("delegation"),
                method,
                circle,
                14,
                60,
                start,
                end,
                "We meet.",
                List.of("mia"));
    }

    private static String times(OpenProgram asked, Instant now) {
        return asked.refusal(now).map(Refusal::code).orElse("");
    }

    private static Program state(Decision<Program> decision) {
        return ((Accepted<Program>) decision).state();
    }

    private static String code(Decision<Program> decision) {
        return ((Rejected<Program>) decision).refusal().code();
    }
}
