package org.peercoaching.matching.matches;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.NoBody;
import org.peercoaching.kit.web.Page;
import org.peercoaching.matching.people.Person;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a participant sees of their matches and of their waiting, and does about them. */
@RestController
@Validated
@RequestMapping("/api/matching/v1/me")
@Tag(name = "My matches")
class MyMatchesController {

    private final MyMatches matches;

    MyMatchesController(MyMatches matches) {
        this.matches = matches;
    }

    @GetMapping("/matches")
    @Operation(summary = "My matches, open and ended, with the reasons why they were made")
    Page<MyMatchView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit,
            Caller caller) {
        String me = caller.participantId();
        Map<String, Person.Tie> ties = matches.person(me).map(Person::ties).orElse(Map.of());
        List<String> ids =
                ties.keySet().stream()
                        .filter(id -> cursor == null || id.compareTo(cursor) > 0)
                        .sorted()
                        .limit(limit + 1L)
                        .toList();
        List<String> page = ids.subList(0, Math.min(limit, ids.size()));
        List<MyMatchView> shown =
                matches.matches(page).stream()
                        .filter(match -> !match.dropped())
                        .sorted(Comparator.comparing(Match::matchId))
                        .map(match ->
                                MyMatchView.of(
                                        me,
                                        new MyMatches.Mine(
                                                match,
                                                Objects.requireNonNull(ties.get(match.matchId())))))
                        .toList();
        // Of what the ids are, not of what is shown: ties of dropped matches must not end the list.
        return new Page<>(shown, ids.size() > limit ? page.getLast() : null);
    }

    @GetMapping("/matches/{id}")
    @Operation(summary = "One of my matches, with the reasons why it was made")
    MyMatchView get(@PathVariable String id, Caller caller) {
        String me = caller.participantId();
        return MyMatchView.of(me, matches.find(id, me));
    }

    @PostMapping("/matches/{id}/decline")
    @Operation(
            summary =
                    "Decline a match within the program's window: it ends for all its members, who"
                            + " are not told by whom")
    MyMatchView decline(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return MyMatchView.of(me, matches.decline(id, me, command.trigger()));
    }

    @PostMapping("/matches/{id}/another")
    @Operation(summary = "Ask for another partner: the match ends, and the next round looks again")
    MyMatchView another(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NoBody nothing,
            Caller caller,
            Command command) {
        String me = caller.participantId();
        return MyMatchView.of(me, matches.another(id, me, command.trigger()));
    }

    @GetMapping("/waiting")
    @Operation(summary = "In which programs I wait for a match, why, and whether I go first")
    Page<MyWaitingView> waiting(Caller caller) {
        Optional<Person> me = matches.person(caller.participantId());
        Map<String, Unmatched> outcomes = me.map(matches::outcomes).orElse(Map.of());
        // As many as the programs somebody waits in: one page.
        return new Page<>(
                me.stream()
                        .flatMap(person ->
                                person.candidateIn().stream()
                                        .map(program ->
                                                MyWaitingView.of(
                                                        person,
                                                        program,
                                                        Optional.ofNullable(
                                                                outcomes.get(program)))))
                        .toList(),
                null);
    }
}
