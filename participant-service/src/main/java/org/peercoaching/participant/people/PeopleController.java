package org.peercoaching.participant.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.peercoaching.events.Code;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.web.Page;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.enrollment.EnrollmentView;
import org.peercoaching.participant.enrollment.Enrollments;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of names. */
@RestController
@Validated
@RequestMapping("/api/participant/v1")
@Tag(name = "People")
class PeopleController {

    /**
     * The caller.
     *
     * @param enrollments the first page of {@code /me/enrollments}
     */
    record Me(
            String participantId,
            String name,
            String email,
            String unit,
            List<EnrollmentView> enrollments) {}

    record Name(String participantId, String name) {}

    record Names(List<Name> items) {}

    private final People people;
    private final Directory directory;
    private final Enrollments enrollments;

    PeopleController(People people, Directory directory, Enrollments enrollments) {
        this.people = people;
        this.directory = directory;
        this.enrollments = enrollments;
    }

    @GetMapping("/me")
    @Operation(summary = "The caller's own record")
    Me me(Caller caller) {
        Person person =
                directory
                        .find(caller.participantId())
                        .orElseThrow(() -> new RefusedException(NOT_HERE));
        return new Me(
                person.participantId(),
                person.name().formatted(),
                person.email(),
                person.unit(),
                enrollments.ofPerson(person.participantId(), null, Page.DEFAULT_LIMIT).stream()
                        .map(EnrollmentView::of)
                        .toList());
    }

    @GetMapping("/people")
    @Operation(
            summary =
                    "Names of people: the caller's own, their current peers' and those of their programs' people; others are left out")
    Names names(
            @RequestParam @NotEmpty @Size(max = 100)
                    List<@NotNull @Pattern(regexp = Code.ID) String> ids,
            Caller caller) {
        return new Names(
                people.visible(ids, caller.participantId()).stream()
                        .map(person -> new Name(person.participantId(), person.name().formatted()))
                        .toList());
    }

    private static final Refusal NOT_HERE =
            Refusal.notFound("no-such-participant", "The directory does not have you any more.");
}
