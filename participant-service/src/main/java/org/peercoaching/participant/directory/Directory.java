package org.peercoaching.participant.directory;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final AggregateStore<Profile> profiles;
    private final Claims claims;

    Directory(
            AggregateStore<Person> participants, AggregateStore<Profile> profiles, Claims claims) {
        this.participants = participants;
        this.profiles = profiles;
        this.claims = claims;
    }

    /** A person, also one who left: one read. */
    public Optional<Person> find(String participantId) {
        return participants.find(participantId).map(Versioned::state);
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
        for (Versioned<Profile> profile : profiles.findAll(participantIds)) {
            String manager = profile.state().told().managerId();
            if (manager != null) {
                managers.put(profile.id(), manager);
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

    /**
     * The participant id of an external id, claimed now if nobody did before. The person may come
     * later: whoever brings the same external id completes it.
     */
    public String claim(String externalId) {
        return claims.claim(EXTERNAL_ID + externalId, Ids.random());
    }
}
