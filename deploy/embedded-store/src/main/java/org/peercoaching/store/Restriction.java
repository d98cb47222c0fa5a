package org.peercoaching.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of one field, as far as an ordered index can use it. It may admit more than
 * the filter does, never less: the collection matches the whole filter afterwards.
 */
sealed interface Restriction {

    /** The field equals one of these. */
    record AnyOf(List<Object> values) implements Restriction {}

    /** The field exists and lies between these, both included; null leaves an end open. */
    record Range(@Nullable Object from, @Nullable Object to) implements Restriction {}

    /** Null where the filter admits documents of any value, or without the field. */
    static @Nullable Restriction of(Document filter, String field) {
        return clauses(filter)
                .filter(clause -> clause.containsKey(field))
                .map(clause -> ofCondition(clause.get(field)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Document> clauses(Document filter) {
        Stream<Document> nested =
                filter.get("$and") instanceof Collection<?> and
                        ? and.stream()
                                .filter(Document.class::isInstance)
                                .map(Document.class::cast)
                                .flatMap(Restriction::clauses)
                        : Stream.empty();
        return Stream.concat(Stream.of(filter), nested);
    }

    private static @Nullable Restriction ofCondition(@Nullable Object condition) {
        if (condition instanceof Document operators
                && operators.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            return operators.entrySet().stream()
                    .map(Restriction::ofOperator)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return isIndexed(condition) ? new AnyOf(List.of(Objects.requireNonNull(condition))) : null;
    }

    private static @Nullable Restriction ofOperator(Map.Entry<String, Object> operator) {
        Object operand = operator.getValue();
        return switch (operator.getKey()) {
            case "$eq" -> isIndexed(operand) ? new AnyOf(List.of(operand)) : null;
            case "$in" ->
                    operand instanceof Collection<?> values
                                    && values.stream().allMatch(Restriction::isIndexed)
                            ? new AnyOf(List.copyOf(values))
                            : null;
            case "$gt", "$gte" -> isIndexed(operand) ? new Range(operand, null) : null;
            case "$lt", "$lte" -> isIndexed(operand) ? new Range(null, operand) : null;
            case "$exists" -> Boolean.TRUE.equals(operand) ? new Range(null, null) : null;
            default -> null;
        };
    }

    /**
     * Null also matches missing fields, an array matches whole or by element, a pattern matches no
     * single value.
     */
    private static boolean isIndexed(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression);
    }
}
