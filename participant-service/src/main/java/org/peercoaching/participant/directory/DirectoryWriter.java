package org.peercoaching.participant.directory;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
            Profile profile = profiles.get(entry.participantId());
            return entry.person().equals(person(entry))
                    && profile != null
                    && profile.equals(profile.after(entry.profile()));
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
            claims.release(loginClaim(earlier.login()), earlier.participantId());
        }
        return new Written.Updated();
    }

    /**
     * Who of some people would be refused as things are, and why: they left, or somebody else has
     * their login. At most three reads.
     *
     * @param logins what the HR system says now, by participant id; no two are the same
     */
    public Map<String, Refusal> refusals(Map<String, String> logins) {
        Map<String, Person> people = states(participants.findAll(logins.keySet()));
        Map<String, Refusal> refusals = new HashMap<>();
        Map<String, String> wanted = new HashMap<>();
        logins.forEach((id, login) -> {
            Person person = people.get(id);
            if (person != null && !person.active()) {
                refusals.put(id, Person.HAS_LEFT);
            } else if (person == null || !person.login().equals(login)) {
                wanted.put(loginClaim(login), id);
            }
        });
        taken(wanted).forEach(id -> refusals.put(id, LOGIN_TAKEN));
        return refusals;
    }

    /** Those who want a claim that another person holds by right. */
    private List<String> taken(Map<String, String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, String> holders = claims.holders(wanted.keySet());
        return participants.findAll(Set.copyOf(holders.values())).stream()
                .map(Versioned::state)
                .filter(Person::active)
                .flatMap(holder ->
                        Stream.ofNullable(wanted.get(loginClaim(holder.login())))
                                .filter(id -> !id.equals(holder.participantId())))
                .toList();
    }

    /**
     * A claim outlives its reason where a write broke off or was refused behind it: the holder
     * left, has another login by now, or never came. It is taken from such a holder, which is safe
     * because logins are written by one import at a time, and each once in it.
     */
    private boolean claimLogin(Person person) {
        String claim = loginClaim(person.login());
        String holder = claims.claim(claim, person.participantId());
        if (holder.equals(person.participantId())) {
            return true;
        }
        if (isRightful(holder, person.login())) {
            return false;
        }
        claims.release(claim, holder);
        return claims.claim(claim, person.participantId()).equals(person.participantId());
    }

    private boolean isRightful(String holder, String login) {
        return participants
                .find(holder)
                .map(Versioned::state)
                .filter(person -> person.active() && person.login().equals(login))
                .isPresent();
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
    static String loginClaim(String login) {
        return "login:" + login;
    }

    private static <S> Map<String, S> states(List<Versioned<S>> found) {
        return found.stream().collect(toMap(Versioned::id, Versioned::state));
    }

    private static final Refusal LOGIN_TAKEN =
            Refusal.conflict(
                    "login-taken",
                    "Another person of the directory has this login. Correct it, or import again after the other's login changed.");
}
