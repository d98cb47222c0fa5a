package org.peercoaching.events;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the records of the contract into JSON Schemas: {@link Code} is a pattern, {@link Bounds} a
 * range, a {@code @Nullable} component may be absent, everything else is required. Objects stay
 * open, because readers ignore what a later minor adds.
 */
final class SchemaGeneration {

    private static final SchemaGenerator GENERATOR = generator();

    private SchemaGeneration() {}

    /** The schema of an event, with its own name and without references. */
    static ObjectNode schemaOf(EventType type) {
        ObjectNode generated = GENERATOR.generateSchema(type.record());
        ObjectNode schema = generated.objectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("$id", id(type));
        schema.put("title", type.record().getSimpleName());
        return schema.setAll(generated);
    }

    /** The schema's name within the major: every minor is a state of the same schema. */
    static String id(EventType type) {
        String dataSchema = type.dataSchema();
        return dataSchema.substring(0, dataSchema.lastIndexOf('.'));
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(new JacksonSchemaModule())
                        .with(
                                Option.INLINE_ALL_SCHEMAS,
                                Option.STANDARD_FORMATS,
                                Option.ENUM_KEYWORD_FOR_SINGLE_VALUES);
        config.forTypesInGeneral().withPropertySorter((first, second) -> 0);
        config.forFields()
                .withRequiredCheck(field -> annotation(field, Nullable.class).isEmpty())
                .withStringPatternResolver(
                        field -> annotation(field, Code.class).map(Code::value).orElse(null))
                .withNumberInclusiveMinimumResolver(field -> bound(field, Bounds::min))
                .withNumberInclusiveMaximumResolver(field -> bound(field, Bounds::max))
                .withArrayMinItemsResolver(list -> length(list, Bounds::min))
                .withArrayMaxItemsResolver(list -> length(list, Bounds::max));
        return new SchemaGenerator(config.build());
    }

    private static @Nullable BigDecimal bound(FieldScope field, ToLongFunction<Bounds> side) {
        return annotation(field, Bounds.class)
                .filter(bounds -> !field.isContainerType())
                .map(bounds -> BigDecimal.valueOf(side.applyAsLong(bounds)))
                .orElse(null);
    }

    private static @Nullable Integer length(FieldScope list, ToLongFunction<Bounds> side) {
        return annotation(list, Bounds.class)
                .filter(bounds -> list.isContainerType())
                .map(bounds -> Math.toIntExact(side.applyAsLong(bounds)))
                .orElse(null);
    }

    /** The annotation on the component's type, or on the type of its list's items. */
    private static <A extends Annotation> Optional<A> annotation(
            FieldScope field, Class<A> annotation) {
        AnnotatedType type = field.getRawMember().getAnnotatedType();
        if (field.isFakeContainerItemScope()) {
            type = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        }
        return Optional.ofNullable(type.getAnnotation(annotation));
    }
}
