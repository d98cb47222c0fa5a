package org.peercoaching.participant.directory;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Refusal;
import org.springframework.stereotype.Component;

/**
 * Writes what the HR system says. Writing the same again changes nothing and announces nothing, so
 * that a caller who broke off starts over.
 */
@Component
public class DirectoryWriter {

    private final AggregateStore<Person> participants;
    private final AggregateStore<Profile> profiles;
    private final Claims claims;

    DirectoryWriter(
            AggregateStore<Person> participants, AggregateStore<Profile> profiles, Claims claims) {
        this.participants = participants;
        this.profiles = profiles;
        this.claims = claims;
    }

    /** The directory as it was when a bundle of entries came: two reads for all of them. */
    public Before before(List<Entry> entries) {
        List<String> ids = entries.stream().map(Entry::participantId).toList();
        return new Before(states(participants.findAll(ids)), states(profiles.findAll(ids)));
    }

    /** What was known of some people before. */
    public record Before(Map<String, Person> people, Map<String, Profile> profiles) {

        private @Nullable Person person(Entry entry) {
            return people.get(entry.participantId());
        }

        private boolean same(Entry entry) {
            return entry.person().equals(person(entry))
                    && new Profile(entry.profile()).equals(profiles.get(entry.participantId()));
        }
    }

    /** Writes one entry: nothing where it is so already, else a person and a profile. */
    public Written write(Entry entry, Before before) {
        if (before.same(entry)) {
            return new Written.Unchanged();
        }
        Person earlier = before.person(entry);
        if (earlier != null && !earlier.active()) {
            return new Written.Refused(Person.HAS_LEFT);
        }
        if (!claimLogin(entry.person())) {
            return new Written.Refused(LOGIN_TAKEN);
        }
        Optional<Refusal> refusal = writeBoth(entry);
        if (refusal.isPresent()) {
            return new Written.Refused(refusal.get());
        }
        if (earlier == null) {
            return new Written.Created();
        }
        if (!earlier.login().equals(entry.person().login())) {
            claims.release(loginClaim(earlier), earlier.participantId());
        }
        return new Written.Updated();
    }

    private boolean claimLogin(Person person) {
        return claims.claim(loginClaim(person), person.participantId())
                .equals(person.participantId());
    }

    private Optional<Refusal> writeBoth(Entry entry) {
        Outcome<Person> person =
                participants.handle(
                        entry.participantId(),
                        Trigger.internal(),
                        known -> Person.write(known, entry.person()));
        return refusal(person)
                .or(() ->
                        refusal(
                                profiles.handle(
                                        entry.participantId(),
                                        Trigger.internal(),
                                        known -> Profile.write(known, entry.profile()))));
    }

    private static Optional<Refusal> refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    /** The claim that keeps a login unique among those who work here. */
    static String loginClaim(Person person) {
        return "login:" + person.login();
    }

    private static <S> Map<String, S> states(List<Versioned<S>> found) {
        return found.stream().collect(toMap(Versioned::id, Versioned::state));
    }

    private static final Refusal LOGIN_TAKEN =
            Refusal.conflict(
                    "login-taken",
                    "Another person of the directory has this login. Correct it, or import again after the other's login changed.");
}
