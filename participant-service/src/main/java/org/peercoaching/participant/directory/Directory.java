package org.peercoaching.participant.directory;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Versioned;
import org.springframework.stereotype.Component;

/** Looks people up, and gives out their ids. */
@Component
public class Directory {

    private static final String EXTERNAL_ID = "external-id:";

    private final AggregateStore<Person> participants;
    private final Claims claims;

    Directory(AggregateStore<Person> participants, Claims claims) {
        this.participants = participants;
        this.claims = claims;
    }

    /** A person, also one who left: one read. */
    public Optional<Person> find(String participantId) {
        return participants.find(participantId).map(Versioned::state);
    }

    /** A person as they are stored: one read. */
    public Optional<Versioned<Person>> versioned(String participantId) {
        return participants.find(participantId);
    }

    /** People that a filter of stored documents finds, in an order: one read. */
    public List<Versioned<Person>> search(Bson filter, Bson order, int skip, int limit) {
        return participants.search(filter, order, skip, limit);
    }

    /** How many people a filter of stored documents finds. */
    public long count(Bson filter) {
        return participants.count(filter);
    }

    /** The people of some ids; unknown ids are left out: one read. */
    public List<Person> findAll(Collection<String> participantIds) {
        return participants.findAll(participantIds).stream().map(Versioned::state).toList();
    }

    /**
     * The direct managers of some people, by participant id; whoever has none is left out: one
     * read.
     */
    public Map<String, String> managersOf(Collection<String> participantIds) {
        Map<String, String> managers = new HashMap<>();
        for (Person person : findAll(participantIds)) {
            String manager = person.work().managerId();
            if (manager != null) {
                managers.put(person.participantId(), manager);
            }
        }
        return managers;
    }

    /** The participant ids that some external ids hold; those nobody claimed are left out. */
    public Map<String, String> known(Collection<String> externalIds) {
        return claims
                .holders(externalIds.stream().map(EXTERNAL_ID::concat).toList())
                .entrySet()
                .stream()
                .collect(
                        toMap(
                                claim -> claim.getKey().substring(EXTERNAL_ID.length()),
                                Map.Entry::getValue));
    }

    /** The claim that keeps an external id unique. */
    static String externalIdClaim(String externalId) {
        return EXTERNAL_ID + externalId;
    }

    /** Whether somebody is another, or above them in the reporting line: one read for each step. */
    public boolean isAtOrAbove(String somebody, String other) {
        Set<String> seen = new HashSet<>();
        String person = other;
        while (person != null && seen.add(person)) {
            if (person.equals(somebody)) {
                return true;
            }
            person = managersOf(List.of(person)).get(person);
        }
        return false;
    }

    /**
     * The participant id of an external id, claimed now if nobody did before. The person may come
     * later: whoever brings the same external id completes it.
     */
    public String claim(String externalId) {
        return claim(externalId, Ids.random());
    }

    /** Claims an external id for somebody, also from somebody who has another one by now. */
    String claim(String externalId, String participantId) {
        String claim = externalIdClaim(externalId);
        String holder = claims.claim(claim, participantId);
        boolean given =
                !holder.equals(participantId)
                        && find(holder)
                                .filter(person -> !person.externalId().equals(externalId))
                                .isPresent()
                        && claims.takeOver(
                                claim, holder, participantId, DirectoryWriter.WRITTEN_WITHIN);
        return given ? participantId : holder;
    }
}
