package org.motorpool.dispatch.contract;

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

/** What is on the wire stays readable: a sample of each record, written once and never edited. */
class GoldenSamplesTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private record Sample(Class<?> stream, String wireType, Class<?> record) {
        @Override
        public String toString() {
            return wireType;
        }
    }

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSampleAndWritesAllOfItBack(Sample sample) throws IOException {
        JsonNode golden = golden(sample.wireType());
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
                        of(DispatchEvent.class, DispatchEvent.WIRE_TYPES),
                        of(FederationMessage.class, FederationMessage.WIRE_TYPES))
                .flatMap(List::stream);
    }

    private static <T> List<Sample> of(Class<T> stream, Map<String, Class<? extends T>> wireTypes) {
        return wireTypes.entrySet().stream()
                .map(entry -> new Sample(stream, entry.getKey(), entry.getValue()))
                .toList();
    }

    private ObjectMapper mapperOf(Sample sample) {
        ObjectMapper mapper = json.copy().addMixIn(sample.stream(), Typed.class);
        mapper.registerSubtypes(new NamedType(sample.record(), sample.wireType()));
        return mapper;
    }

    private JsonNode golden(String wireType) throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/golden/" + wireType + ".json")) {
            assertThat(sample).as("golden sample of " + wireType).isNotNull();
            return json.readTree(sample);
        }
    }
}
