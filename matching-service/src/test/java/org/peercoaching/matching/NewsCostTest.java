package org.peercoaching.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.testkit.Hearing;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** What it costs at the store to hear of people, and of relationships that ended. */
@ServiceTest
@Import(Operations.Installed.class)
class NewsCostTest {

    private final Organization organization = new Organization();
    private final Operations operations;

    NewsCostTest(Operations operations) {
        this.operations = operations;
    }

    /** Those of the logins are the kit's. */
    @Test
    void whoLeavesCostsOneReadAndOneWriteAndTheTwoWritesOfTheirLogin() {
        organization.registered("anna");
        assertThat(cost(() -> organization.left("anna")))
                .containsExactlyInAnyOrder(
                        "find candidates",
                        "update candidates",
                        "update login-holders",
                        "update login-people");
    }

    @Test
    void aProfileCostsOneWriteAndOneThatIsNotNewsTwo() {
        assertThat(cost(() -> organization.profile("anna", null, "en")))
                .containsExactly("update profiles");
        assertThat(cost(() -> organization.profile("anna", null, "en")))
                .containsExactly("update profiles", "update profiles");
    }

    @Test
    void aRelationshipsEndCostsOneReadAndOneWriteForEachMemberAndHeardAgainTheReads() {
        organization.registered("anna");
        organization.registered("ben");
        organization.registered("cleo");
        MatchEvent.Match trio = match("anna", "ben", "cleo");
        assertThat(cost(() -> organization.relationshipEnded(trio)))
                .containsExactly(
                        "find candidates",
                        "update candidates",
                        "find candidates",
                        "update candidates",
                        "find candidates",
                        "update candidates");
        assertThat(cost(() -> organization.relationshipEnded(trio)))
                .containsExactly("find candidates", "find candidates", "find candidates");
    }

    private List<String> cost(Runnable news) {
        await().until(() -> Hearing.isUpToDate("matching"));
        operations.clear();
        news.run();
        await().until(() -> Hearing.isUpToDate("matching"));
        return operations.ofEvents();
    }

    private MatchEvent.Match match(String... names) {
        return new MatchEvent.Match(
                organization.id("match"),
                organization.id("round"),
                organization.id("program"),
                organization.id("relationship"),
                14,
                false,
                Stream.of(names)
                        .map(organization::id)
                        .map(id -> new Member(id, "enrollment-" + id, "/engineering"))
                        .toList(),
                9_000,
                Instant.parse("2026-02-02T08:00:00Z"));
    }
}
