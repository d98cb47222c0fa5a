package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.participant.directory.Facts;
import org.peercoaching.participant.directory.Name;
import org.peercoaching.participant.directory.Work;

/** Reads a user resource, attribute by attribute. */
final class UserReader {

    private static final String ROOT = "/";
    private static final String DEPARTMENT = "/" + Schemas.ENTERPRISE + "/department";
    private static final String MANAGER = "/" + Schemas.ENTERPRISE + "/manager";
    private static final String ORG_UNIT = "/" + Schemas.WORK + "/orgUnit";
    private static final String LEVEL = "/" + Schemas.WORK + "/level";
    private static final String LANGUAGES = "/" + Schemas.WORK + "/languages";
    private static final String PREFERRED = "/preferredLanguage";

    /** What a code is made of at most; see {@link org.peercoaching.events.Code#SLUG}. */
    private static final int LONGEST_WORD = 32;

    private static final int MOST_WORDS = 16;

    /** No code, so that it is refused. */
    private static final String NO_CODE = "?";

    private final ObjectNode user;
    private final @Nullable ObjectNode before;

    /**
     * A reader.
     *
     * @param before the same before it was changed; null where it is said as a whole
     */
    UserReader(ObjectNode user, @Nullable ObjectNode before) {
        this.user = user;
        this.before = before;
    }

    Said said() throws BadRequestException {
        String login = text("/userName", Facts.LOGIN_LENGTH);
        if (login == null) {
            throw BadRequestException.invalidValue("userName must be there.");
        }
        return new Said(
                text("/externalId", Facts.ID_LENGTH),
                login,
                name(login),
                email(login),
                new Work(unit(), manager(), level(), zone(), languages()),
                active());
    }

    private Name name(String login) throws BadRequestException {
        String given = text("/name/givenName", Facts.NAME_LENGTH);
        String family = text("/name/familyName", Facts.NAME_LENGTH);
        String formatted = text("/name/formatted", Facts.NAME_LENGTH);
        String display = text("/displayName", Facts.NAME_LENGTH);
        String joined = given == null ? family : family == null ? given : given + " " + family;
        boolean parts = isNew("/name/givenName") || isNew("/name/familyName");
        String whole =
                first(
                        newer("/name/formatted", formatted),
                        newer("/displayName", display),
                        parts ? joined : null,
                        formatted,
                        joined,
                        login);
        if (whole.length() > Facts.NAME_LENGTH) {
            throw tooLong("name", Facts.NAME_LENGTH);
        }
        return new Name(whole, given, family);
    }

    /**
     * The primary address, else one for work, else the first, those first that were not there
     * before; the login where it is one.
     */
    private String email(String login) throws BadRequestException {
        Predicate<JsonNode> primary = one -> isTrue(one.path("primary"));
        Predicate<JsonNode> work = one -> "work".equalsIgnoreCase(one.path("type").asText());
        Predicate<JsonNode> added = this::isAdded;
        String address =
                first(
                        address(primary.and(added)),
                        address(work.and(added)),
                        address(primary),
                        address(work),
                        address(any -> true),
                        login);
        if (!Facts.isAddress(address) || address.length() > Facts.EMAIL_LENGTH) {
            throw BadRequestException.invalidValue(
                    "emails must have an e-mail address, unless userName is one.");
        }
        return address;
    }

    private boolean isAdded(JsonNode email) {
        if (before != null) {
            for (JsonNode known : before.path("emails")) {
                if (known.path("value").equals(email.path("value"))) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable String address(Predicate<JsonNode> wanted) throws BadRequestException {
        for (JsonNode one : user.path("emails")) {
            String value = text("emails.value", one.path("value"), Facts.EMAIL_LENGTH);
            if (value != null && wanted.test(one)) {
                return value;
            }
        }
        return null;
    }

    private String unit() throws BadRequestException {
        String department = text(DEPARTMENT, Facts.NAME_LENGTH);
        String unit = text(ORG_UNIT, Facts.PATH_LENGTH);
        String said =
                first(newer(ORG_UNIT, unit), newer(DEPARTMENT, department), unit, department, ROOT);
        String path = said.startsWith(ROOT) ? said : ROOT + code(said);
        if (!Facts.isUnit(path)) {
            throw BadRequestException.invalidValue(
                    "The org unit must be a path of codes from the root, such as /engineering/platform, or the department a name with letters.");
        }
        return path;
    }

    /** A name as a code: {@code Research & Development} is {@code research-development}. */
    private static String code(String name) {
        String code =
                Stream.of(
                                Normalizer.normalize(name, Normalizer.Form.NFD)
                                        .replaceAll("\\p{M}", "")
                                        .toLowerCase(Locale.ROOT)
                                        .split("[^a-z0-9]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                        .limit(MOST_WORDS)
                        .collect(Collectors.joining("-"));
        return code.isEmpty() ? NO_CODE : code;
    }

    /** Some directories send the id itself instead of an object with it. */
    private @Nullable String manager() throws BadRequestException {
        return user.at(MANAGER).isObject()
                ? text(MANAGER + "/value", Facts.ID_LENGTH)
                : text(MANAGER, Facts.ID_LENGTH);
    }

    /** A client that knows texts only sends {@code "4"}. */
    private @Nullable Integer level() throws BadRequestException {
        JsonNode level = user.at(LEVEL);
        if (isAbsent(level)) {
            return null;
        }
        boolean number =
                level.isIntegralNumber()
                        || level.isTextual() && level.asText().matches("[0-9]{1,2}");
        if (!number || level.asInt() < 1 || level.asInt() > Facts.HIGHEST_LEVEL) {
            throw BadRequestException.invalidValue(
                    "level must be a whole number from 1 (most junior) to 10.");
        }
        return level.asInt();
    }

    private @Nullable String zone() throws BadRequestException {
        String zone = text("/timezone", Facts.NAME_LENGTH);
        if (zone != null && !Facts.isZone(zone)) {
            throw BadRequestException.invalidValue(
                    "timezone must be an IANA time zone such as Europe/Berlin.");
        }
        return zone;
    }

    /** A preferred language that is new comes first. */
    private List<String> languages() throws BadRequestException {
        List<String> languages = new ArrayList<>();
        String preferred = text(PREFERRED, Facts.NAME_LENGTH);
        String first = preferred == null ? null : language(preferred);
        JsonNode said = user.at(LANGUAGES);
        if (first != null && (isAbsent(said) || isPreferredNew(first) && !isNew(LANGUAGES))) {
            languages.add(first);
        }
        for (JsonNode one :
                isAbsent(said) ? List.<JsonNode>of() : said.isArray() ? said : List.of(said)) {
            String language = language(one.asText());
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
        if (languages.size() > Facts.MOST_LANGUAGES) {
            throw BadRequestException.invalidValue("languages may be at most 50.");
        }
        return List.copyOf(languages);
    }

    private boolean isPreferredNew(String language) {
        return before == null || !before.at(PREFERRED).asText().equals(language);
    }

    /** The language of a tag such as {@code de-CH} (RFC 5646). */
    private static String language(String tag) throws BadRequestException {
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        if (!Facts.isLanguage(language)) {
            throw BadRequestException.invalidValue(
                    "A language must begin with an ISO 639-1 code such as de.");
        }
        return language;
    }

    /** Some directories send it as a text. */
    private boolean active() throws BadRequestException {
        JsonNode active = user.path("active");
        if (isAbsent(active)) {
            return true;
        }
        if (!active.isBoolean() && !active.asText().matches("(?i)true|false")) {
            throw BadRequestException.invalidValue("active must be true or false.");
        }
        return isTrue(active);
    }

    private static boolean isTrue(JsonNode node) {
        return "true".equalsIgnoreCase(node.asText());
    }

    private @Nullable String newer(String pointer, @Nullable String value) {
        return isNew(pointer) ? value : null;
    }

    /** Whether it was changed; of a user who is said as a whole, everything is. */
    private boolean isNew(String pointer) {
        return before == null || !user.at(pointer).equals(before.at(pointer));
    }

    /** The first that is there; the last one is. */
    private static String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("None is there");
    }

    private @Nullable String text(String pointer, int longest) throws BadRequestException {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return text(name, user.at(pointer), longest);
    }

    private static @Nullable String text(String name, JsonNode node, int longest)
            throws BadRequestException {
        if (isAbsent(node)) {
            return null;
        }
        String text = node.asText().strip();
        if (!node.isTextual() || !Facts.isPlainText(text)) {
            throw BadRequestException.invalidValue(
                    name + " must be a text without control characters.");
        }
        if (text.length() > longest) {
            throw tooLong(name, longest);
        }
        return text.isEmpty() ? null : text;
    }

    private static BadRequestException tooLong(String name, int longest) {
        return BadRequestException.invalidValue(
                name + " may have at most " + longest + " characters.");
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
