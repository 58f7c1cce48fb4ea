package org.motorpool.telematics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is on the wire stays readable: a sample of each record, written once and never edited. A record that grew has
 * further samples, {@code <wire type>.2.json} and so on.
 */
class GoldenSamplesTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    /**
     * One sample.
     *
     * @param name path below golden, without .json
     */
    private record Sample(Class<?> stream, String wireType, Class<?> record, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSampleAndWritesAllOfItBack(Sample sample) throws IOException {
        JsonNode golden = golden(sample.name());
        Object read = mapperOf(sample).treeToValue(golden, sample.stream());
        assertThat(read).isInstanceOf(sample.record());
        JsonNode written =
                json.readTree(mapperOf(sample).writerFor(sample.stream()).writeValueAsString(read));
        golden.properties().forEach(field -> assertThat(written.get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    }

    static Stream<Sample> samples() {
        return Stream.of(
                        of(TelematicsEvent.class, TelematicsEvent.WIRE_TYPES, ""),
                        of(TelematicsCommand.class, TelematicsCommand.WIRE_TYPES, ""),
                        of(Instruction.class, Instruction.WIRE_TYPES, "instruction/"),
                        of(Answer.class, Answer.WIRE_TYPES, "answer/"))
                .flatMap(List::stream);
    }

    private static <T> List<Sample> of(Class<T> stream, Map<String, Class<? extends T>> wireTypes, String folder) {
        return wireTypes.entrySet().stream()
                .flatMap(entry -> names(folder + entry.getKey())
                        .map(name -> new Sample(stream, entry.getKey(), entry.getValue(), name)))
                .toList();
    }

    private static Stream<String> names(String wireType) {
        Stream<String> further = Stream.iterate(2, number -> number + 1)
                .map(number -> wireType + "." + number)
                .takeWhile(name -> GoldenSamplesTest.class.getResource(path(name)) != null);
        return Stream.concat(Stream.of(wireType), further);
    }

    private static String path(String name) {
        return "/golden/" + name + ".json";
    }

    private ObjectMapper mapperOf(Sample sample) {
        ObjectMapper mapper =
                json.copy().addMixIn(sample.stream(), Typed.class).addMixIn(Instruction.class, Typed.class);
        Instruction.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        mapper.registerSubtypes(new NamedType(sample.record(), sample.wireType()));
        return mapper;
    }

    private JsonNode golden(String name) throws IOException {
        try (InputStream sample = getClass().getResourceAsStream(path(name))) {
            assertThat(sample).as("golden sample " + name).isNotNull();
            return json.readTree(sample);
        }
    }
}
