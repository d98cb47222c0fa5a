package org.peercoaching.participant.directory;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.time.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * Writes what the HR system says. Writing the same again changes nothing and announces nothing, so
 * that a caller who broke off starts over.
 */
@Component
public class DirectoryWriter {

    /** From a claim to the write of its person, with all that can hold it up. */
    static final Duration WRITTEN_WITHIN = Duration.ofMinutes(1);

    private final AggregateStore<Person> participants;
    private final AggregateStore<Profile> profiles;
    private final Claims claims;
    private final Directory directory;
    private final BusinessClock clock;

    DirectoryWriter(
            AggregateStore<Person> participants,
            AggregateStore<Profile> profiles,
            Claims claims,
            Directory directory,
            BusinessClock clock) {
        this.participants = participants;
        this.profiles = profiles;
        this.claims = claims;
        this.directory = directory;
        this.clock = clock;
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
            Person person = person(entry);
            Profile profile = profiles.get(entry.participantId());
            return person != null
                    && person.equals(person.after(entry.person()))
                    && profile != null
                    && profile.told().equals(profile.after(entry.profile()));
        }
    }

    /** Writes one entry: nothing where it is so already, else a person and a profile. */
    public Written write(Entry entry, Before before) {
        Instant began = Instant.now();
        if (before.same(entry)) {
            return new Written.Unchanged();
        }
        Person earlier = before.person(entry);
        if (earlier != null && !earlier.active()) {
            return new Written.Refused(Person.HAS_LEFT);
        }
        if (earlier != null && !earlier.externalId().equals(entry.person().externalId())) {
            return new Written.Refused(EXTERNAL_ID_TAKEN);
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
            claims.release(loginClaim(earlier.login()), earlier.participantId(), began);
        }
        return new Written.Updated();
    }

    /**
     * Lets a person become what is wanted, as the directory says it of one at a time: they may also
     * leave by it, or come back. Costs a read and a write of the person, and of the profile where
     * their work changed; another login, external id or manager costs what it takes to look whether
     * it can be.
     *
     * @param wanted what they are to become; may be called again
     */
    public Outcome<Person> become(
            String participantId,
            Trigger trigger,
            Function<Optional<Person>, Decision<Person>> wanted) {
        Instant began = Instant.now();
        Change change = new Change(wanted, clock.instant());
        Outcome<Person> outcome = participants.handle(participantId, trigger, change::decide);
        while (outcome instanceof Outcome.Refused<Person>(Refusal refusal)
                && refusal == LOOK_FIRST) {
            Optional<Refusal> why = look(change);
            if (why.isPresent()) {
                return new Outcome.Refused<>(why.get());
            }
            outcome = participants.handle(participantId, trigger, change::decide);
        }
        if (outcome instanceof Outcome.Refused<Person>) {
            return outcome;
        }
        Versioned<Person> after = outcome.orThrow();
        if (change.isProfileDue(after.state())) {
            tellMatching(after);
        }
        change.givenUp(after.state()).forEach(claim -> claims.release(claim, participantId, began));
        return outcome;
    }

    /**
     * Brings a person's profile up to what the HR system says of their work, once that is enough
     * for one.
     *
     * @throws org.peercoaching.kit.decision.RefusedException if it cannot be written now
     */
    public void tellMatching(Versioned<Person> person) {
        Outcome<Profile> told =
                profiles.handle(
                        person.id(),
                        Trigger.internal(),
                        known ->
                                Profile.write(
                                        known,
                                        person.id(),
                                        person.state().work(),
                                        person.version()));
        if (!(told instanceof Outcome.Refused<Profile>(Refusal refusal)
                && refusal == Profile.INCOMPLETE)) {
            told.orThrow();
        }
    }

    /**
     * Looks whether a person can become what they are to be, and claims what nobody else may have:
     * last the external id, which is taken from nobody without a reason.
     */
    private Optional<Refusal> look(Change change) {
        Person wanted = change.lookAt();
        String manager = wanted.work().managerId();
        if (change.isManagerNew(wanted) && manager != null) {
            if (directory.find(manager).filter(Person::active).isEmpty()) {
                return Optional.of(NO_SUCH_MANAGER);
            }
            if (directory.isAtOrAbove(wanted.participantId(), manager)) {
                return Optional.of(MANAGER_CYCLE);
            }
        }
        if (change.isLoginNew(wanted) && !claimLogin(wanted)) {
            return Optional.of(LOGIN_TAKEN);
        }
        return change.isExternalIdNew(wanted) && !claimExternalId(wanted)
                ? Optional.of(EXTERNAL_ID_TAKEN)
                : Optional.empty();
    }

    private boolean claimExternalId(Person person) {
        String holder = directory.claim(person.externalId(), person.participantId());
        return holder.equals(person.participantId());
    }

    /** A change on its way: what there was before, and what of it was looked at. */
    private static final class Change {

        private final Function<Optional<Person>, Decision<Person>> wanted;
        private final Instant now;
        private @Nullable Person before;
        private @Nullable Person asks;
        private @Nullable Person looked;

        private Change(Function<Optional<Person>, Decision<Person>> wanted, Instant now) {
            this.wanted = wanted;
            this.now = now;
        }

        private Decision<Person> decide(Optional<Person> known) {
            before = known.orElse(null);
            return switch (wanted.apply(known)) {
                case Decision.Rejected<Person> rejected -> rejected;
                case Decision.Accepted<Person>(Person person, List<CoachingEvent> none) -> {
                    asks = person;
                    boolean look =
                            isManagerNew(person) || isLoginNew(person) || isExternalIdNew(person);
                    yield look && !person.equals(looked)
                            ? Decision.rejected(LOOK_FIRST)
                            : Person.become(known, person, now);
                }
            };
        }

        /** What is to be looked at, and need not be again. */
        private Person lookAt() {
            looked = asks;
            return Objects.requireNonNull(asks);
        }

        private boolean isManagerNew(Person person) {
            return !Objects.equals(
                    before == null ? null : before.work().managerId(), person.work().managerId());
        }

        private boolean isLoginNew(Person person) {
            return person.active()
                    && (before == null
                            || !before.active()
                            || !before.login().equals(person.login()));
        }

        private boolean isExternalIdNew(Person person) {
            return before == null || !before.externalId().equals(person.externalId());
        }

        /** Also where nothing changed: an earlier try may have broken off before the profile. */
        private boolean isProfileDue(Person after) {
            return before == null || after.equals(before) || !after.work().equals(before.work());
        }

        private List<String> givenUp(Person after) {
            List<String> claims = new ArrayList<>();
            if (before != null && (!before.login().equals(after.login()) || !after.active())) {
                claims.add(loginClaim(before.login()));
            }
            if (before != null && isExternalIdNew(after)) {
                claims.add(Directory.externalIdClaim(before.externalId()));
            }
            return claims;
        }
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
     * left, has another login by now, or never came. It is taken from such a holder, but not while
     * they may still be on their way to being written.
     */
    private boolean claimLogin(Person person) {
        String claim = loginClaim(person.login());
        String holder = claims.claimAnew(claim, person.participantId());
        return holder.equals(person.participantId())
                || !isRightful(holder, person.login())
                        && claims.takeOver(claim, holder, person.participantId(), WRITTEN_WITHIN);
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
                        known -> Person.write(known, entry.person(), clock.instant()));
        return refusal(person)
                .or(() ->
                        refusal(
                                profiles.handle(
                                        entry.participantId(),
                                        Trigger.internal(),
                                        known ->
                                                Profile.write(
                                                        known,
                                                        entry.profile(),
                                                        person.orThrow().version()))));
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

    /** Never answered: what somebody is to be has to be looked at before it is written. */
    private static final Refusal LOOK_FIRST = Refusal.conflict("look-first", "");

    private static final Refusal EXTERNAL_ID_TAKEN =
            Refusal.conflict(
                    "external-id-taken",
                    "Another person of the directory has this external id, or had it a moment ago.");

    private static final Refusal NO_SUCH_MANAGER =
            Refusal.invalid(
                    "no-such-manager",
                    "Nobody who works here has the manager's id. Write managers first, or leave the manager out and say it later.");

    private static final Refusal MANAGER_CYCLE =
            Refusal.invalid(
                    "manager-cycle",
                    "These people would lead each other in a circle. Correct one of their managers first.");

    private static final Refusal LOGIN_TAKEN =
            Refusal.conflict(
                    "login-taken",
                    "Another person of the directory has this login. Correct it, or import again after the other's login changed.");
}
