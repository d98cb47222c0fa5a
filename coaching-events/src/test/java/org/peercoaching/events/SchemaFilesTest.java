package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the checked-in schemas equal to the records. {@code -Dcontract.write=true} rewrites them,
 * but never across an incompatible change: what a subscriber relies on needs a new major. {@code
 * -Dcontract.unreleased=true} lifts that, for schemas that no release has carried yet.
 */
class SchemaFilesTest {

    private static final boolean UNRELEASED = Boolean.getBoolean("contract.unreleased");

    static Stream<EventType> events() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSchemaSaysWhatItsRecordSays(EventType type) {
        Path file = ContractFiles.of(Schemas.resource(type));
        String generated = ContractFiles.pretty(SchemaGeneration.schemaOf(type));
        String checkedIn = ContractFiles.text(file);
        if (!checkedIn.isEmpty() && !UNRELEASED) {
            assertThat(
                            Compatibility.breaks(
                                    ContractFiles.parse(checkedIn), ContractFiles.parse(generated)))
                    .as(
                            "%s may only gain optional properties within its major: publish a new"
                                    + " major beside it. If no release has carried the schema yet,"
                                    + " add -Dcontract.unreleased=true.",
                            file)
                    .isEmpty();
        }
        if (ContractFiles.WRITE) {
            ContractFiles.write(file, generated);
        }
        assertThat(ContractFiles.text(file))
                .as("%s differs from %s. %s", file, type.record(), ContractFiles.HOW_TO_REWRITE)
                .isEqualTo(generated);
    }

    @Test
    void noSchemaIsWithoutItsEvent() {
        List<String> expected =
                events().map(type -> type.shortName() + EventType.MAJOR + ".json")
                        .sorted()
                        .toList();

        assertThat(ContractFiles.namesIn("/events/schemas")).isEqualTo(expected);
    }
}
