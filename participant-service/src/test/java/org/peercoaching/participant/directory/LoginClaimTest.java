package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.springframework.context.annotation.Import;

/** A login that nobody has any more is free, wherever the change of it broke off. */
@ServiceTest
@Import(StoreKill.Installed.class)
class LoginClaimTest {

    private final DirectoryWriter writer;
    private final AggregateStore<Person> participants;
    private final Claims claims;
    private final MongoDatabase database;
    private final StoreKill kill;

    LoginClaimTest(
            DirectoryWriter writer,
            AggregateStore<Person> participants,
            Claims claims,
            MongoDatabase database,
            StoreKill kill) {
        this.writer = writer;
        this.participants = participants;
        this.claims = claims;
        this.database = database;
        this.kill = kill;
    }

    @Test
    void whereverAChangeOfLoginIsKilledBothLoginsAreFreeOnceSomethingElseIsSaid() {
        boolean killed = true;
        int operation = 0;
        while (killed) {
            operation++;
            String anna = Ids.random();
            String old = "old-" + anna;
            String changed = "changed-" + anna;
            write(anna, old);
            killed = kill.before(operation, () -> write(anna, changed));
            assertThat(write(anna, "at-last-" + anna)).isInstanceOf(Written.Updated.class);
            assertFree(old);
            assertFree(changed);
        }
        assertThat(operation).isGreaterThan(5);
    }

    @Test
    void whereverAFirstWriteIsKilledTheLoginIsFreeOnceAnotherIsSaid() {
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            String anna = Ids.random();
            killed = kill.before(operation, () -> write(anna, "wrong-" + anna));
            write(anna, "right-" + anna);
            assertFree("wrong-" + anna);
        }
    }

    @Test
    void theLoginOfSomebodyWhoLeftIsFreeEvenIfTheLeavingBrokeOffBehindItsWrite() {
        String anna = Ids.random();
        write(anna, "login-" + anna);
        participants
                .handle(anna, Trigger.internal(), known -> known.orElseThrow().leave(Instant.now()))
                .orThrow();
        assertThat(claims.holder("login:login-" + anna)).contains(anna);
        assertFree("login-" + anna);
    }

    @Test
    void aLoginThatSomebodyHasIsNotGivenAway() {
        String anna = Ids.random();
        write(anna, "login-" + anna);
        assertThat(write(Ids.random(), "login-" + anna))
                .isInstanceOfSatisfying(
                        Written.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("login-taken"));
    }

    @Test
    void aLoginOfWhomMayJustBeWrittenIsNotTaken() {
        String anna = Ids.random();
        claims.claim("login:login-" + anna, anna);
        assertThat(write(Ids.random(), "login-" + anna)).isInstanceOf(Written.Refused.class);
        assertFree("login-" + anna);
    }

    /** Once whoever claimed it must have been written. */
    private void assertFree(String login) {
        database.getCollection("claims")
                .updateOne(
                        Filters.eq("_id", "login:" + login),
                        Updates.set("at", Date.from(Instant.now().minusSeconds(61))));
        assertThat(write(Ids.random(), login)).as(login).isInstanceOf(Written.Created.class);
    }

    private Written write(String id, String login) {
        Entry entry = Entries.of(id, login);
        return writer.write(entry, writer.before(List.of(entry)));
    }
}
