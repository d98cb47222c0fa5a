package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiFileTest {

    private static final Path FILE = ContractFiles.of("/events/asyncapi.yaml");

    @BeforeAll
    static void rewriteIfAsked() {
        if (ContractFiles.WRITE) {
            ContractFiles.write(FILE, AsyncApiGeneration.document());
        }
    }

    @Test
    void theDocumentSaysWhatCatalogueAndTopicsSay() {
        assertThat(ContractFiles.text(FILE))
                .as("%s is out of date. %s", FILE, ContractFiles.HOW_TO_REWRITE)
                .isEqualTo(AsyncApiGeneration.document());
    }

    /** The schema is AsyncAPI's own, as its package {@code @asyncapi/specs} 6.11.1 has it. */
    @Test
    void itIsADocumentOfAsyncApi3() {
        Schema asyncApi =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(
                                AsyncApiFileTest.class.getResourceAsStream("/asyncapi-3.0.0.json"));
        ObjectNode document = (ObjectNode) checkedIn();
        assertThat(asyncApi.validate(document)).isEmpty();

        ((ObjectNode) document.at("/channels/goals")).put("adress", "coaching.goals.v1");
        assertThat(asyncApi.validate(document)).isNotEmpty();
    }

    @Test
    void itListsAMessageForEveryRecordOfTheSealedInterfaces() {
        JsonNode messages = checkedIn().at("/components/messages");

        assertThat(messages.valueStream().map(message -> message.get("title").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        CatalogueTest.records(CoachingEvent.class)
                                .map(Class::getSimpleName)
                                .toList());
    }

    @Test
    void itListsEveryTopicWithItsReaders() {
        JsonNode channels = checkedIn().get("channels");

        assertThat(channels.valueStream().map(channel -> channel.get("address").stringValue()))
                .containsExactlyElementsOf(Topics.all().stream().map(Topic::name).toList());
        assertThat(channels.at("/matching-profiles/x-access").stringValue())
                .isEqualTo("restricted");
        assertThat(channels.at("/sessions/x-access").stringValue()).isEqualTo("internal");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = checkedIn();

        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> {
                    if (reference.startsWith("#")) {
                        assertThat(document.at(reference.substring(1)).isObject()).isTrue();
                    } else {
                        assertThat(FILE.resolveSibling(reference)).exists();
                    }
                });
    }

    private static JsonNode checkedIn() {
        return new YAMLMapper().readTree(ContractFiles.text(FILE));
    }
}
