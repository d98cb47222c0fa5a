package org.peercoaching.participant.scim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ValueNode;
import com.mongodb.client.model.Filters;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.peercoaching.participant.directory.Person.Standing;

/** Turns a filter (RFC 7644, 3.4.2.2) into a question to the store. */
final class UserFilter {

    /** How deep a filter may be nested. */
    private static final int DEEPEST = 20;

    private static final Bson EVERYBODY = new Document();

    private UserFilter() {}

    /**
     * The question that a filter is.
     *
     * @throws BadRequestException {@code invalidFilter} if it is none, or names what cannot be
     *     asked for
     */
    static Bson of(@Nullable String filter) throws ScimException {
        return filter == null ? EVERYBODY : of(Filter.fromString(filter), Path.root(), 0);
    }

    private static Bson of(Filter filter, Path within, int depth) throws ScimException {
        if (depth > DEEPEST) {
            throw BadRequestException.invalidFilter("The filter is nested too deep.");
        }
        return switch (filter.getFilterType()) {
            case AND -> Filters.and(all(filter, within, depth));
            case OR -> Filters.or(all(filter, within, depth));
            case NOT ->
                    Filters.nor(of(requireNonNull(filter.getInvertedFilter()), within, depth + 1));
            case COMPLEX_VALUE ->
                    of(requireNonNull(filter.getValueFilter()), path(filter, within), depth + 1);
            default -> comparison(filter, attribute(path(filter, within)));
        };
    }

    private static Path path(Filter filter, Path within) {
        Path path = requireNonNull(filter.getAttributePath());
        return within.size() == 0 ? path : within.attribute(path);
    }

    private static List<Bson> all(Filter filter, Path within, int depth) throws ScimException {
        List<Bson> parts = new ArrayList<>();
        for (Filter part : requireNonNull(filter.getCombinedFilters())) {
            parts.add(of(part, within, depth + 1));
        }
        return parts;
    }

    /**
     * The attribute of a path.
     *
     * @throws BadRequestException {@code invalidFilter} if there is none that can be asked for
     */
    static Attribute attribute(Path path) throws BadRequestException {
        return Attribute.of(path)
                .orElseThrow(() ->
                        BadRequestException.invalidFilter(
                                "Users can be asked for by: " + Attribute.listed() + "."));
    }

    private static Bson comparison(Filter filter, Attribute attribute) throws ScimException {
        String field = attribute.field();
        if (filter.getFilterType() == FilterType.PRESENT) {
            return Filters.nin(field, null, List.of());
        }
        ValueNode value = requireNonNull(filter.getComparisonValue());
        return switch (attribute.kind()) {
            case EXACT -> text(filter.getFilterType(), field, string(value), 0);
            case TEXT -> text(filter.getFilterType(), field, string(value), IGNORING_CASE);
            case NUMBER -> ordered(filter.getFilterType(), field, number(value));
            case TIME -> ordered(filter.getFilterType(), field, time(value));
            case ACTIVE -> active(filter.getFilterType(), field, value);
        };
    }

    private static final int IGNORING_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static Bson text(FilterType type, String field, String value, int flags)
            throws BadRequestException {
        String quoted = Pattern.quote(value);
        return switch (type) {
            case EQUAL -> equal(field, value, flags);
            case NOT_EQUAL -> Filters.nor(equal(field, value, flags));
            case CONTAINS -> Filters.regex(field, Pattern.compile(quoted, flags));
            case STARTS_WITH -> Filters.regex(field, Pattern.compile("^" + quoted, flags));
            case ENDS_WITH -> Filters.regex(field, Pattern.compile(quoted + "$", flags));
            default -> ordered(type, field, value);
        };
    }

    private static Bson equal(String field, String value, int flags) {
        return flags == 0
                ? Filters.eq(field, value)
                : Filters.regex(field, Pattern.compile("^" + Pattern.quote(value) + "$", flags));
    }

    private static Bson ordered(FilterType type, String field, Object value)
            throws BadRequestException {
        return switch (type) {
            case EQUAL -> Filters.eq(field, value);
            case NOT_EQUAL -> Filters.ne(field, value);
            case GREATER_THAN -> Filters.gt(field, value);
            case GREATER_OR_EQUAL -> Filters.gte(field, value);
            case LESS_THAN -> Filters.lt(field, value);
            case LESS_OR_EQUAL -> Filters.lte(field, value);
            default -> throw notComparable();
        };
    }

    private static Bson active(FilterType type, String field, ValueNode value)
            throws BadRequestException {
        if (!value.isBoolean() || type != FilterType.EQUAL && type != FilterType.NOT_EQUAL) {
            throw notComparable();
        }
        boolean active = value.booleanValue() == (type == FilterType.EQUAL);
        return Filters.eq(field, (active ? Standing.ACTIVE : Standing.LEFT).name());
    }

    private static String string(ValueNode value) throws BadRequestException {
        if (!value.isTextual()) {
            throw notComparable();
        }
        return value.textValue();
    }

    private static long number(ValueNode value) throws BadRequestException {
        if (!value.isIntegralNumber()) {
            throw notComparable();
        }
        return value.longValue();
    }

    private static Instant time(ValueNode value) throws BadRequestException {
        try {
            return OffsetDateTime.parse(string(value)).toInstant();
        } catch (DateTimeException e) {
            throw notComparable();
        }
    }

    private static BadRequestException notComparable() {
        return BadRequestException.invalidFilter(
                "The attribute cannot be compared with such a value, or not in this way.");
    }
}
