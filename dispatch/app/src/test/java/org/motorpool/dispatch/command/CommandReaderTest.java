package org.motorpool.dispatch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction.LocateNow;
import org.motorpool.telematics.contract.TextInstruction.SendText;
import org.motorpool.telematics.contract.TextInstruction.TextKind;
import org.motorpool.telematics.contract.TextInstruction.TextUse;

class CommandReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private record Validity(Duration validity, Duration validityMax) implements CommandConfig {}

    private final ObjectMapper json = mapper();
    private final CommandReader reader = new CommandReader(
            json, new Validity(Duration.ofHours(24), Duration.ofDays(30)), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsAnInstructionWithItsExpiry() throws JsonProcessingException {
        assertThat(read("{'type':'send-text','text':'请返回单位','kind':'URGENT','expiresAt':'2026-11-23T08:05:00Z'}"))
                .isEqualTo(new NewCommand(
                        new SendText("请返回单位", TextKind.URGENT, List.of(TextUse.DISPLAY, TextUse.SPEAK)),
                        NOW.plusSeconds(300)));
    }

    @Test
    void waitsADayWhenNothingElseIsAsked() throws JsonProcessingException {
        assertThat(read("{'type':'locate-now','expiresAt':null}"))
                .isEqualTo(new NewCommand(new LocateNow(), NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void needsABody() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> reader.read(null))
                .withMessageContaining("type is required");
    }

    @Test
    void theOpenApiFileKnowsEveryInstruction() {
        Schema schema = InstructionBody.class.getAnnotation(Schema.class);
        assertThat(Arrays.stream(schema.discriminatorMapping())
                        .collect(Collectors.toMap(DiscriminatorMapping::value, DiscriminatorMapping::schema)))
                .isEqualTo(Instruction.WIRE_TYPES);
        assertThat(schema.oneOf()).containsExactlyInAnyOrderElementsOf(Instruction.WIRE_TYPES.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                      | type       | locate-now, send-text
            {'type':'fly'}                                          | type       | got "fly"
            {'type':7}                                              | type       | got "7"
            {'type':'locate-now','expiresAt':'soon'}                | expiresAt  | ISO 8601
            {'type':'locate-now','expiresAt':'2026-11-23T08:00:00Z'}| expiresAt  | must be in the future, within 720 hours
            {'type':'locate-now','expiresAt':'2027-11-23T08:00:00Z'}| expiresAt  | must be in the future, within 720 hours
            {'type':'locate-now','fast':true}                       | fast       | there is no field fast
            {'type':'send-text'}                                    | text       | text is required
            {'type':'send-text','text':''}                          | text       | must have 1 to 1024 bytes in GBK, got 0
            {'type':'send-text','text':'🚗'}                        | text       | outside GBK
            {'type':'send-text','text':['a']}                       | text       | wrong type, should be String
            {'type':'send-text','text':'a','kind':'LOUD'}           | kind       | must be one of NOTICE, SERVICE, URGENT, got "LOUD"
            {'type':'send-text','text':'a','uses':['SING']}         | uses[0]    | must be one of ADVERTISING, DISPLAY, SPEAK
            {'type':'send-text','text':'a','uses':[null]}           | uses[0]    | uses[0] is required
            {'type':'set-report-interval'}                          | interval_s | interval_s is required
            {'type':'set-report-interval','interval_s':0}           | interval_s | from 1 to 3600, got 0
            {'type':'set-report-interval','interval_s':3601}        | interval_s | from 1 to 3600, got 3601
            {'type':'set-report-interval','interval_s':1.5}         | interval_s | wrong type
            {'type':'set-report-interval','interval_s':99999999999} | interval_s | wrong type
            """)
    void namesFieldAndRule(String body, String field, String rule) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(body))
                .satisfies(failure -> {
                    Problem problem = failure.problem();
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.detail()).contains(rule).contains(" / ");
                });
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("{'type':'send-text','text':'" + "长".repeat(513) + "'}"))
                .withMessageContaining("text must have 1 to 1024 bytes in GBK, got 1026");
    }

    private NewCommand read(String body) throws JsonProcessingException {
        return reader.read(json.readValue(body.replace('\'', '"'), InstructionBody.class));
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        mapper.addMixIn(Instruction.class, Typed.class);
        Instruction.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        return mapper;
    }
}
