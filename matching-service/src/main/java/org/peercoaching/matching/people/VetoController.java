package org.peercoaching.matching.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.peercoaching.events.Code;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Command;
import org.peercoaching.kit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * With whom the caller does not want to be matched. Nobody else is shown it, and so the other's id
 * is never part of an address: those are written down by every proxy on the way, and in traces.
 */
@RestController
@RequestMapping("/api/matching/v1/me/vetoes")
@Tag(name = "My vetoes")
class VetoController {

    /**
     * Somebody with whom the caller does not want to be matched.
     *
     * @param participantId taken as it is: whether there is such a person is not for everybody to
     *     find out
     */
    record Veto(@NotNull @Pattern(regexp = Code.ID) String participantId) {}

    private final People people;

    VetoController(People people) {
        this.people = people;
    }

    @GetMapping
    @Operation(summary = "With whom I do not want to be matched: all of them; only I see this")
    Page<Veto> list(Caller caller) {
        // So few that they are one page: a cursor would carry an id into the address.
        return new Page<>(
                people.find(caller.participantId()).map(Person::vetoes).orElse(List.of()).stream()
                        .map(Veto::new)
                        .toList(),
                null);
    }

    @PostMapping
    @Operation(
            summary =
                    "I do not want to be matched with a person, from the next matches on; a match I"
                            + " am in goes on until it ends")
    Veto add(@Valid @RequestBody Veto veto, Caller caller, Command command) {
        people.veto(caller.participantId(), veto.participantId(), command.trigger());
        return veto;
    }

    @PostMapping("/take-back")
    @Operation(summary = "I may be matched with a person again")
    Veto takeBack(@Valid @RequestBody Veto veto, Caller caller, Command command) {
        people.takeBack(caller.participantId(), veto.participantId(), command.trigger());
        return veto;
    }
}
