package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** SCIM as it is sent, well or not; and what it costs. */
@ServiceTest
@Import(Operations.Installed.class)
class ScimRequestsTest {

    private static final String USERS = "/api/participant/v1/scim/v2/Users";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String WORK =
            "urn:peercoaching:params:scim:schemas:extension:work:1.0:User";

    @LocalServerPort int port;

    private final Operations operations;

    private Office office;
    private Http directory;
    private int users;

    ScimRequestsTest(Operations operations) {
        this.operations = operations;
    }

    @BeforeEach
    void aDirectory() {
        office = new Office(port);
        directory = office.operator();
    }

    private String user(String more) {
        return """
        {"schemas": ["%s"], "userName": "%s"%s}
        """
                .formatted(CORE, login(++users), more);
    }

    private String login(int number) {
        return office.unique("anna-" + number) + "@example.org";
    }

    private Answer send(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/scim+json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return directory.send(method, path, body, all);
    }

    private String created() {
        Answer created =
                send(
                        "POST",
                        USERS,
                        user(
                                ", \"timezone\": \"Europe/Berlin\", \""
                                        + WORK
                                        + "\": {\"level\": 4}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.response().headers().firstValue("Content-Type"))
                .contains("application/scim+json");
        return created.json().path("id").asString();
    }

    private static String patch(String operation) {
        return """
        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}
        """
                .formatted(operation);
    }

    private static void assertError(Answer answer, int status, String scimType) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("schemas").path(0).asString())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(answer.json().path("status").asString()).isEqualTo(String.valueOf(status));
        assertThat(answer.json().path("scimType").asString("")).isEqualTo(scimType);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }

    @Test
    void aUserWithNothingButALoginThatIsAnAddressIsEnough() {
        Answer created = send("POST", USERS, user(""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("emails").path(0).path("value").asString())
                .isEqualTo(login(1));
        assertThat(created.json().has("externalId")).isFalse();
    }

    @Test
    void whatDirectoriesSendUnaskedIsNotKeptAndNoMistake() {
        Answer created =
                send(
                        "POST",
                        USERS,
                        user(
                                ", \"title\": \"Engineer\", \"phoneNumbers\": [{\"value\": \"1\"}], \"USERTYPE\": \"x\", \"active\": \"True\""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().has("title")).isFalse();
        String path = USERS + "/" + created.json().path("id").asString();
        Answer patched =
                send(
                        "PATCH",
                        path,
                        patch(
                                "{\"op\": \"Replace\", \"path\": \"title\", \"value\": \"Lead\"}, {\"op\": \"Add\", \"value\": {\"displayName\": \"Anna B\", \"active\": \"False\"}}"));
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().path("displayName").asString()).isEqualTo("Anna B");
        assertThat(patched.json().path("active").asBoolean()).isFalse();
    }

    @Test
    void whoeverHasNoExternalIdIsNobodyWhoHadTheirLoginBefore() {
        Answer first = send("POST", USERS, user(""));
        String path = USERS + "/" + first.json().path("id").asString();
        assertThat(directory.send("DELETE", path, "").status()).isEqualTo(204);
        users--;
        Answer second = send("POST", USERS, user(""));
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @Test
    void anExternalIdThatIsNotSaidStaysAndOneThatWasGivenUpIsFree() {
        String body = user(", \"externalId\": \"" + office.unique("hr") + "\"");
        String path = USERS + "/" + send("POST", USERS, body).json().path("id").asString();
        users--;
        Answer silent = send("PUT", path, user(", \"displayName\": \"Anna B\""));
        assertThat(silent.json().path("externalId").asString()).isEqualTo(office.unique("hr"));
        Answer moved =
                send(
                        "PATCH",
                        path,
                        patch(replaced("externalId", "\"" + office.unique("x") + "\"")));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        Answer other =
                send("POST", USERS, user(", \"externalId\": \"" + office.unique("hr") + "\""));
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        send("PATCH", path, patch(replaced("active", "false")));
        assertError(
                send(
                        "PATCH",
                        path,
                        patch(replaced("externalId", "\"" + office.unique("hr") + "\""))),
                409,
                "uniqueness");
    }

    @Test
    void whatWasReadAndChangedInOnePlaceCanBeSaidAsAWhole() {
        String path = USERS + "/" + created();
        String read = directory.get(path).body();
        String changed =
                read.replace("\"department\":\"/\"", "\"department\":\"Söme Sales\"")
                        .replace("\"name\":{", "\"name\":{\"familyName\":\"Busch\",");
        assertThat(changed).contains("Söme Sales", "Busch");
        Answer put = send("PUT", path, changed);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json().path(WORK).path("orgUnit").asString()).isEqualTo("/some-sales");
        assertThat(put.json().path("displayName").asString()).isEqualTo("Busch");
        assertThat(put.json().path("timezone").asString()).isEqualTo("Europe/Berlin");
    }

    @Test
    void patchesAsEntraIdSendsThem() {
        String path = USERS + "/" + created();
        Answer patched =
                send(
                        "PATCH",
                        path,
                        patch(
                                """
                                {"op": "Add", "path": "emails[type eq \\"work\\"].value", "value": "work@example.org"},
                                {"op": "Replace", "value": {"displayName": "A", "name.givenName": "B",
                                  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "C"}}
                                """));
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().path("emails").path(0).path("value").asString())
                .isEqualTo("work@example.org");
        assertThat(patched.json().path("name").path("givenName").asString()).isEqualTo("B");
        assertThat(patched.json().path(WORK).path("orgUnit").asString()).isEqualTo("/c");
        Answer added =
                send(
                        "PATCH",
                        path,
                        patch(
                                """
                                {"op": "add", "path": "emails", "value": [{"value": "new@example.org", "type": "work", "primary": true}]},
                                {"op": "add", "path": "emails", "value": [{"value": "home@example.org", "type": "home"}]}
                                """));
        assertThat(added.json().path("emails").path(0).path("value").asString())
                .isEqualTo("new@example.org");
    }

    @Test
    void aLanguageThatIsPreferredComesFirstAndTheOthersStay() {
        String path = USERS + "/" + created();
        send("PATCH", path, patch(replaced(WORK + ":languages", "[\"de\", \"en\", \"fr\"]")));
        Answer same = send("PATCH", path, patch(replaced("preferredLanguage", "\"de-CH\"")));
        assertThat(same.json().path(WORK).path("languages").toString())
                .isEqualTo("[\"de\",\"en\",\"fr\"]");
        Answer other = send("PATCH", path, patch(replaced("preferredLanguage", "\"fr\"")));
        assertThat(other.json().path(WORK).path("languages").toString())
                .isEqualTo("[\"fr\",\"de\",\"en\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | invalidSyntax",
                "[] | invalidSyntax",
                "{} | invalidSyntax",
                "{\"schemas\": [\"urn:x:User\"], \"userName\": \"a@b\"} | invalidSyntax",
                "{\"schemas\": [\"CORE\", \"urn:x\"], \"userName\": \"a@b\"} | invalidSyntax",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"shoeSize\": 4} | invalidSyntax",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"name\": {\"nick\": \"x\"}} | invalidSyntax",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"urn:x\": {}} | invalidSyntax",
                "{\"schemas\": [\"CORE\"]} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": 7} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"nobody\"} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"active\": \"maybe\"} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"timezone\": \"Mars/North\"} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"WORK\": {\"level\": 11}} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\": {\"department\": \"研发部\"}} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"WORK\": {\"orgUnit\": \"/A B\"}} | invalidValue",
                "{\"schemas\": [\"CORE\"], \"userName\": \"a@b\", \"WORK\": {\"languages\": [\"klingon\"]}} | invalidValue",
            })
    void whatIsNoUserIsRefusedInTheRfcsWords(String body, String scimType) {
        String sent = body.replace("CORE", CORE).replace("WORK", WORK);
        assertError(send("POST", USERS, sent), 400, scimType);
        assertError(send("PUT", USERS + "/" + created(), sent), 400, scimType);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\": \"replace\", \"path\": \"shoeSize\", \"value\": \"4\"} | invalidPath",
                "{\"op\": \"replace\", \"path\": \"name.nick\", \"value\": \"4\"} | invalidPath",
                "{\"op\": \"replace\", \"path\": \"urn:x:User:y\", \"value\": \"4\"} | invalidPath",
                "{\"op\": \"replace\", \"path\": \"name[\", \"value\": \"4\"} | invalidPath",
                "{\"op\": \"replace\", \"path\": \"id\", \"value\": \"4\"} | mutability",
                "{\"op\": \"replace\", \"path\": \"meta.created\", \"value\": \"4\"} | mutability",
                "{\"op\": \"remove\"} | noTarget",
                "{\"op\": \"replace\", \"path\": \"emails[type eq 'home'].value\", \"value\": \"a@b\"} | noTarget",
                "{\"op\": \"move\", \"path\": \"userName\", \"value\": \"4\"} | invalidSyntax",
                "{\"op\": \"replace\", \"value\": {\"shoeSize\": 4}} | invalidSyntax",
                "{\"op\": \"remove\", \"path\": \"userName\"} | invalidValue",
            })
    void whatIsNoPatchIsRefusedAndNothingChanges(String operation, String scimType) {
        String path = USERS + "/" + created();
        String before = directory.get(path).body();
        assertError(
                send("PATCH", path, patch(operation.replace('\'', '\\').replace("\\", "\\\""))),
                400,
                scimType);
        assertThat(directory.get(path).body()).isEqualTo(before);
    }

    @Test
    void whatIsNoFilterOrCannotBeAskedForIsRefused() {
        for (String filter :
                List.of(
                        "userName eq",
                        "userName is \"x\"",
                        "title eq \"x\"",
                        "active gt true",
                        "active eq \"x\"",
                        "meta.created gt \"yesterday\"",
                        "level eq \"4\"",
                        "(userName pr",
                        "not ".repeat(30) + "(userName pr)")) {
            String asked = URLEncoder.encode(filter, StandardCharsets.UTF_8);
            assertError(directory.get(USERS + "?filter=" + asked), 400, "invalidFilter");
        }
        assertError(directory.get(USERS + "?count=many"), 400, "invalidValue");
        assertError(directory.get(USERS + "?sortBy=title"), 400, "invalidFilter");
        assertThat(directory.get(USERS + "?count=0").json().path("totalResults").asInt())
                .isNotNegative();
        assertThat(directory.get(USERS + "?startIndex=-3&count=1000").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertError(directory.get(USERS + "/nobody"), 404, "");
        assertError(
                send(
                        "PATCH",
                        USERS + "/nobody",
                        patch("{\"op\": \"remove\", \"path\": \"title\"}")),
                404,
                "");
        assertError(directory.get(USERS.replace("Users", "Schemas/urn:x")), 404, "");
    }

    @Test
    void aPatchCostsOneReadAndOneWriteOfEachDocumentItChanges() {
        String path = USERS + "/" + created();
        assertThat(cost("PATCH", path, patch(replaced("displayName", "\"Anna B\""))))
                .containsExactly("find participants", "update participants", "insert audit");
        assertThat(cost("PATCH", path, patch(replaced(WORK + ":level", "5"))))
                .containsExactly(
                        "find participants",
                        "update participants",
                        "find matching-profiles",
                        "update matching-profiles",
                        "insert audit");
        created();
        assertThat(cost("GET", USERS + "?count=1", ""))
                .containsExactly("find participants", "aggregate participants");
        String all = "?count=100&filter=displayName%20eq%20%22Anna%20B%22";
        assertThat(cost("GET", USERS + all, "")).containsExactly("find participants");
    }

    private static String replaced(String path, String value) {
        return "{\"op\": \"replace\", \"path\": \"%s\", \"value\": %s}".formatted(path, value);
    }

    private List<String> cost(String method, String path, String body) {
        office.settle();
        operations.clear();
        Answer answer = method.equals("GET") ? directory.get(path) : send(method, path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return operations.ofRequests();
    }
}
