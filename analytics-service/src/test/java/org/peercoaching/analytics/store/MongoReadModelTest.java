package org.peercoaching.analytics.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Seeds;
import org.peercoaching.analytics.World;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.Totals;
import org.peercoaching.analytics.projection.CellsAgainstRecount;
import org.peercoaching.analytics.projection.Disorder;
import org.peercoaching.analytics.projection.ReadModel;
import org.peercoaching.analytics.projection.StoredFact;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.mongo.MongoConfiguration;
import org.peercoaching.testkit.TestStore;
import org.peercoaching.testkit.figures.Recount;

class MongoReadModelTest {

    @Test
    void storedTotalsEqualARecountUnderRepeatsReorderingKillsAndZombies() {
        int[] lostGuards = {0};
        Seeds.upTo(
                4,
                random -> {
                    String name = "read-model-" + random.nextInt(Integer.MAX_VALUE);
                    try (MongoClient client = MongoClients.create(TestStore.uri(name))) {
                        MongoDatabase database =
                                client.getDatabase(name)
                                        .withCodecRegistry(MongoConfiguration.registry());
                        Meddled model =
                                new Meddled(new MongoReadModel(database, new Units(database)));
                        List<PublishedEvent> events = World.events(random, 24);
                        Disorder disorder = new Disorder(random, model, events);
                        model.beforeWrite = disorder::meddle;
                        disorder.deliverAll();
                        NavigableMap<String, Totals> stored = stored(database);
                        CellsAgainstRecount.assertEqual(
                                beginning ->
                                        Totals.sum(
                                                stored.subMap(
                                                                beginning,
                                                                beginning + Character.MAX_VALUE)
                                                        .values()),
                                new Recount(events, ZoneOffset.UTC));
                        lostGuards[0] += model.lostGuards;
                        database.drop();
                    }
                });
        assertThat(lostGuards[0]).as("guards that were lost to another writer").isPositive();
    }

    private static NavigableMap<String, Totals> stored(MongoDatabase database) {
        NavigableMap<String, Totals> stored = new TreeMap<>();
        for (BsonDocument cell : database.getCollection("cells", BsonDocument.class).find()) {
            stored.put(
                    cell.getString("_id").getValue(),
                    PeopleCodec.decode(cell.getDocument(CellDocuments.TOTALS)));
        }
        return stored;
    }

    /** Writes document by document, so that others can come in between. */
    private static final class Meddled implements ReadModel {

        private final ReadModel model;
        private Runnable beforeWrite = () -> {};
        private int lostGuards;

        private Meddled(ReadModel model) {
            this.model = model;
        }

        @Override
        public Map<String, StoredFact> facts(Collection<String> ids) {
            return model.facts(ids);
        }

        @Override
        public Set<String> saveFacts(Collection<StoredFact> facts) {
            Set<String> lost = new HashSet<>();
            for (StoredFact fact : new ArrayList<>(facts)) {
                beforeWrite.run();
                lost.addAll(model.saveFacts(List.of(fact)));
            }
            lostGuards += lost.size();
            return lost;
        }

        @Override
        public void knowUnits(Map<String, Set<String>> units) {
            model.knowUnits(units);
        }

        @Override
        public Map<String, Cell> cells(Collection<String> ids) {
            return model.cells(ids);
        }

        @Override
        public Set<String> saveCells(Collection<CellChange> changes) {
            Set<String> lost = new HashSet<>();
            for (CellChange change : new ArrayList<>(changes)) {
                beforeWrite.run();
                lost.addAll(model.saveCells(List.of(change)));
            }
            lostGuards += lost.size();
            return lost;
        }
    }
}
