package org.peercoaching.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialityTest {

    static Stream<EventType> events() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void noEventAdmitsANameAnAddressOrWords(EventType type) {
        String schema = ContractFiles.text(ContractFiles.of(Schemas.resource(type)));

        assertThat(Confidentiality.leaks(ContractFiles.parse(schema))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type':'string'} | /x: a text without pattern, enum or date format",
                "{'type':'string','enum':[]} | /x: a text without pattern, enum or date format",
                "{'type':'string','format':'email'}"
                        + " | /x: a text without pattern, enum or date format",
                "{'type':'string','pattern':'^.{1,9}$'}"
                        + " | /x: the pattern admits more than a code: ^.{1,9}$",
                "{'type':'integer','minimum':0} | /x: a number without bounds",
                "{'type':'number','maximum':1} | /x: a number without bounds",
                "{'type':'object'} | /x: an object without properties",
                "{'type':'array'} | /x/items: a value of any type",
                "{'type':'array','items':{'type':'string'}}"
                        + " | /x/items: a text without pattern, enum or date format",
                "{'type':['string','boolean']} | /x: a value of any type",
                "{} | /x: a value of any type",
                "{'type':'boolean','anyOf':[]} | /x: nobody judged the keyword anyOf",
                "{'type':'object','properties':{'y':{'type':'string'}}}"
                        + " | /x/y: a text without pattern, enum or date format",
            })
    void theWalkFindsWhatIsForgedIntoASchema(String forged, String leak) {
        String schema = "{'type':'object','properties':{'x':%s}}".formatted(forged);

        assertThat(Confidentiality.leaks(ContractFiles.parse(schema.replace('\'', '"'))))
                .containsExactly(leak);
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "e-mail", "email", "home_address", "noteIds", "Comment"})
    void theWalkFindsATellingPropertyName(String name) {
        String schema = "{'type':'object','properties':{'%s':{'type':'boolean'}}}".formatted(name);

        assertThat(Confidentiality.leaks(ContractFiles.parse(schema.replace('\'', '"'))))
                .singleElement()
                .asString()
                .startsWith("/" + name + ": named after ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]{1,8}",
                "^[a-z]{1,8}",
                "[a-z]{1,8}$",
                "^[a-z]+$",
                "^[a-z]*$",
                "^[a-z]{1,}$",
                "^[a-z ]{1,8}$",
                "^[a-z@]{1,8}$",
                "^[^a-z]{1,8}$",
                "^[!-~]{1,8}$",
                "^[+-_]{1,8}$",
                "^[a-zäöü]{1,8}$",
                "^[\\w]{1,8}$",
                "^[\\s]{1,8}$",
                "^\\S{1,8}$",
                "^.{1,8}$",
                "^a b$",
                "^a@b$",
                "^a|b$",
                "^(a)|(.)$",
                "^(?i)a$|^.$",
                "",
                "^$"
            })
    void aPatternThatAdmitsMoreThanCodesIsFound(String pattern) {
        assertThat(Confidentiality.admitsCodesOnly(pattern)).isFalse();
    }

    @Test
    void thePatternsOfTheContractAdmitCodesOnly() {
        assertThat(
                        Stream.of(
                                Code.ID,
                                Code.SLUG,
                                Code.ORG_UNIT,
                                Code.HASH,
                                Code.ZONE,
                                Code.LANGUAGE,
                                Code.TIME_OF_DAY,
                                Code.ISO_WEEK))
                .allMatch(Confidentiality::admitsCodesOnly);
    }
}
