package org.peercoaching.matching.matches;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.people.Person;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a participant sees of their matches. */
@RestController
@Validated
@RequestMapping("/api/matching/v1/me/matches")
@Tag(name = "My matches")
class MyMatchesController {

    /**
     * A match of the caller's.
     *
     * @param partners participant ids of the others
     * @param score the sum of the terms
     * @param help who can give whom what
     * @param endedAt null while the partners coach each other
     */
    record MyMatch(
            String matchId,
            String programId,
            String relationshipId,
            List<String> partners,
            int score,
            Terms terms,
            List<Help> help,
            int commonMinutes,
            List<String> languages,
            Instant matchedAt,
            @Nullable Instant endedAt) {}

    private final Outcomes outcomes;

    MyMatchesController(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping
    @Operation(summary = "My matches, open and ended, with the reasons why they were made")
    Page<MyMatch> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        Map<String, Person.Tie> ties =
                outcomes.person(caller.participantId()).map(Person::ties).orElse(Map.of());
        List<String> ids =
                ties.keySet().stream()
                        .filter(id -> cursor == null || id.compareTo(cursor) > 0)
                        .sorted()
                        .limit(limit + 1L)
                        .toList();
        List<String> page = ids.subList(0, Math.min(limit, ids.size()));
        List<MyMatch> matches =
                outcomes.matches(page).stream()
                        .filter(match -> !match.dropped())
                        .sorted(Comparator.comparing(Match::matchId))
                        .map(match ->
                                view(match, Objects.requireNonNull(ties.get(match.matchId()))))
                        .toList();
        // Of what the ids are, not of what is shown: ties of dropped matches must not end the list.
        return new Page<>(matches, ids.size() > limit ? page.getLast() : null);
    }

    private static MyMatch view(Match match, Person.Tie tie) {
        return new MyMatch(
                match.matchId(),
                match.programId(),
                match.relationshipId(),
                tie.partners(),
                match.fit().score(),
                match.fit().terms(),
                match.fit().help(),
                match.fit().commonMinutes(),
                match.fit().languages(),
                match.matchedAt(),
                tie.endedAt());
    }
}
