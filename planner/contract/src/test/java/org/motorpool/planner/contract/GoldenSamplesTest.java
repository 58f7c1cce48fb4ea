package org.motorpool.planner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every record that was ever sent must stay readable: a sample is added with a record and never edited. A record that has got a field
 * since has further samples, {@code <wire type>.2.json} and so on.
 */
class GoldenSamplesTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private final ObjectMapper mapper = mapper();

    @ParameterizedTest
    @MethodSource("wireTypes")
    void readsAndWritesTheSampleOfEveryWireType(String name, Class<?> stream, Class<?> type) throws IOException {
        JsonNode sample = sample(name);

        Object event = mapper.treeToValue(sample, stream);

        assertThat(event).isExactlyInstanceOf(type);
        JsonNode written = mapper.readTree(mapper.writerFor(stream).writeValueAsString(event));
        assertThat(without(written, sample)).isEqualTo(sample);
    }

    /** What was written, without fields that came after the sample. */
    private JsonNode without(JsonNode written, JsonNode sample) {
        if (sample.isObject() && written.isObject()) {
            ObjectNode known = mapper.createObjectNode();
            sample.properties().forEach(field -> {
                JsonNode value = written.get(field.getKey());
                known.set(field.getKey(), value == null ? null : without(value, field.getValue()));
            });
            return known;
        }
        if (sample.isArray() && written.size() == sample.size()) {
            ArrayNode known = mapper.createArrayNode();
            for (int i = 0; i < sample.size(); i++) {
                known.add(without(written.get(i), sample.get(i)));
            }
            return known;
        }
        return written;
    }

    @Test
    void namesEveryRecordOfTheStreams() {
        assertThat(PlannerCommand.WIRE_TYPES.values())
                .containsExactlyInAnyOrder(permitted(PlannerCommand.class))
                .doesNotHaveDuplicates();
        assertThat(PlannerEvent.WIRE_TYPES.values())
                .containsExactlyInAnyOrder(permitted(PlannerEvent.class))
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> wireTypes() {
        return Stream.concat(
                arguments(PlannerCommand.class, PlannerCommand.WIRE_TYPES),
                arguments(PlannerEvent.class, PlannerEvent.WIRE_TYPES));
    }

    private static Stream<Arguments> arguments(Class<?> stream, Map<String, ? extends Class<?>> wireTypes) {
        return wireTypes.entrySet().stream()
                .flatMap(type -> names(type.getKey()).map(name -> Arguments.of(name, stream, type.getValue())));
    }

    private static Stream<String> names(String wireType) {
        Stream<String> further = Stream.iterate(2, number -> number + 1)
                .map(number -> wireType + "." + number)
                .takeWhile(name -> GoldenSamplesTest.class.getResource("/golden/" + name + ".json") != null);
        return Stream.concat(Stream.of(wireType), further);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<? extends T>[] permitted(Class<T> stream) {
        return Stream.of(stream.getPermittedSubclasses()).toArray(Class[]::new);
    }

    private JsonNode sample(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file).as("golden/%s.json", name).isNotNull();
            return mapper.readTree(file);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.registerModule(new JavaTimeModule());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.addMixIn(PlannerCommand.class, Typed.class);
        mapper.addMixIn(PlannerEvent.class, Typed.class);
        PlannerCommand.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        PlannerEvent.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        return mapper;
    }
}
