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
import org.motorpool.telematics.contract.ParameterInstruction.Parameter;
import org.motorpool.telematics.contract.ParameterInstruction.SetParameters;
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
            {}                                                      | type       | ask-question, call-back, check-link
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'track','interval_s':65536                      | interval_s   | from 0 to 65535, got 65536
            'track','interval_s':5                          | validity_s   | validity_s is required
            'track','interval_s':0,'validity_s':9           | validity_s   | does not belong here
            'confirm-alarms'                                | alarms       | must have 1 to 7 items, got 0
            'confirm-alarms','alarms':['FIRE']              | alarms[0]    | must be one of AREA, DANGER
            'confirm-alarms','alarms':['AREA'],'alarmSerial':65536 | alarmSerial | from 0 to 65535
            'ask-question','question':'a'                   | choices      | must have 1 to 32 items, got 0
            'ask-question','question':'','choices':[]       | question     | must have 1 to 255 bytes
            'ask-question','question':'a','choices':[{'id':256,'text':'b'}] | choices[0].id | from 0 to 255
            'ask-question','question':'a','choices':[{'id':1}] | choices[0].text | text is required
            'ask-question','question':'a','choices':[{'id':1,'text':'b'},{'id':1,'text':'c'}] | choices | has an id twice
            'call-back','number':'123456789012345678901'    | number       | must have 1 to 20 bytes
            'call-back','number':'110','kind':'SPY'         | kind         | must be one of LISTEN, TALK
            'control-terminal'                              | action       | action is required
            'control-terminal','action':'EXPLODE'           | action       | must be one of CLOSE_DATA
            'control-terminal','action':'RESET','vendorCommand':100 | vendorCommand | does not belong here
            'control-terminal','action':'VENDOR'            | vendorCommand | vendorCommand is required
            'control-terminal','action':'VENDOR','vendorCommand':5 | vendorCommand | from 8 to 255
            'upgrade-over-air'                              | url          | url is required
            'upgrade-over-air','url':'a;b'                  | url          | must not have a semicolon
            'upgrade-over-air','url':'a','tcpPort':65536    | tcpPort      | from 0 to 65535
            'connect-server'                                | host         | host is required
            'control-vehicle'                               | doors        | doors is required
            'control-vehicle','vendorControls':[{'kind':2,'value':1}] | vendorControls[0].kind | from 61441 to 65535
            'send-upgrade','version':'1','data':'?'         | data         | is no Base64
            'send-upgrade','version':'1','data':''          | data         | must have 1 to 262144 bytes, got 0
            'send-upgrade','version':'1','data':'AA==','manufacturer':'ABCDEF' | manufacturer | 0 to 5 bytes
            'pass-through','kind':256,'hex':'00'            | kind         | from 0 to 255
            'pass-through','kind':1,'hex':'000'             | hex          | must be 0 to 65535 bytes in hex
            'shoot'                                         | channel      | channel is required
            'shoot','channel':0                             | channel      | from 1 to 255, got 0
            'shoot','channel':1,'count':65535               | count        | from 1 to 65534
            'shoot','channel':1,'picture':{'quality':11}    | picture.quality | from 1 to 10, got 11
            'record-audio','seconds':65536                  | seconds      | from 0 to 65535
            'search-media','filter':{'kind':'TEXT'}         | filter.kind  | must be one of [IMAGE, AUDIO, VIDEO], got TEXT
            'upload-media','filter':{'channel':256}         | filter.channel | from 0 to 255
            'upload-media-item','mediaId':0                 | mediaId      | from 1 to 4294967295
            'send-attachments'                              | host         | host is required
            'send-attachments','host':'a'                   | tcpPort      | tcpPort is required
            'send-attachments','host':'a','udpPort':1,'alarmId':'00' | alarmId | must be 16 to 40 bytes in hex
            'send-attachments','host':'a','udpPort':1,'alarmId':'0000000000000000000000000000000000' | alarmId | must have 16 or 40 bytes, got 17
            'send-attachments','host':'a','udpPort':1,'alarmId':'00000000000000000000000000000000' | alarmNumber | alarmNumber is required
            """)
    void namesFieldAndRuleOfEveryKind(String fields, String field, String rule) {
        namesFieldAndRule("{'type':" + fields + "}", field, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            '0x0008' | '1'          | id    | must be the id of a parameter of the standard like 0x0029
            '41'     | '1'          | id    | must be the id of a parameter
            '0x0029' | '-1'         | value | from 0 to 4294967295, got "-1"
            '0x0029' | 4294967296   | value | from 0 to 4294967295, got 4294967296
            '0x0029' | 'often'      | value | must be a whole number
            '0x0030' | 181          | value | from 0 to 180, got 181
            '0x0031' | 65536        | value | from 0 to 65535
            '0x0084' | '0x100'      | value | from 0 to 255, got 256
            '0x0013' | '🚗'         | value | outside GBK
            '0x0032' | '1600'       | value | must be 4 to 4 bytes in hex
            '0xF001' | 'xyz'        | value | must be 0 to 255 bytes in hex
            '0x0029' | null         | value | is required
            """)
    void namesWhatIsWrongWithAParameter(String id, String value, String field, String rule) {
        namesFieldAndRule(
                "{'type':'set-parameters','parameters':[{'id':" + id + ",'value':" + value + "}]}",
                "parameters[0]." + field,
                rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'set-circles'                                                    | circles             | must have 1 to 125 items
            'set-circles','circles':[{'id':0}]                               | circles[0].id       | from 1 to 4294967295
            'set-circles','circles':[{'id':1,'centre':{'latitude':91,'longitude':1}}] | circles[0].centre.latitude | -90 to 90 degrees
            'set-circles','circles':[{'id':1,'centre':{'latitude':1,'longitude':1},'radius_m':0}] | circles[0].radius_m | from 1 to
            'set-rectangles','rectangles':[{'id':1,'northWest':{'latitude':1,'longitude':1},'southEast':{'latitude':2,'longitude':2}}] | \
            rectangles[0].southEast.latitude | must be less than
            'set-rectangles','rectangles':[{'id':1,'northWest':{'latitude':1,'longitude':1},'southEast':{'latitude':-1,'longitude':2}}] | \
            rectangles[0].southEast | must be on one side of the equator
            'set-polygon'                                                    | polygon             | is required
            'set-polygon','polygon':{'id':1,'points':[{'latitude':1,'longitude':1},{'latitude':2,'longitude':2}]} | \
            polygon.points | must have 3 to 500 items, got 2
            'set-route','route':{'id':1,'points':[]}                         | route.points        | must have 2 to 500 items
            'delete-areas'                                                   | kind                | kind is required
            'delete-areas','kind':'ROUTE','ids':[0]                          | ids[0]              | from 1 to 4294967295
            'delete-areas','kind':'ROUTE','ids':[7,7]                        | ids                 | has an id twice
            'query-areas','kind':'SPHERE'                                    | kind                | must be one of CIRCLE
            """)
    void namesWhatIsWrongWithAnArea(String fields, String field, String rule) {
        namesFieldAndRule("{'type':" + fields + "}", field, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'from':'2026-11-23T08:00:00Z'}                                        | to        | to is required
            {'to':'2026-11-23T08:00:00Z'}                                          | to        | does not belong here
            {'from':'2026-11-23T08:00:00Z','to':'2026-11-23T08:00:00Z'}            | to        | must be after
            {'dailyFrom':'08:00'}                                                  | dailyTo   | dailyTo is required
            {'speed':{'most_kmh':0}}                                               | speed.most_kmh | from 1 to 65535
            {'effects':['EXPLODE']}                                                | effects[0] | must be one of
            """)
    void namesWhatIsWrongWithTheRulesOfAnArea(String rules, String field, String rule) {
        namesFieldAndRule(
                "{'type':'set-circles','circles':[{'id':1,'centre':{'latitude':1,'longitude':1},'radius_m':9,'rules':"
                        + rules + "}]}",
                "circles[0].rules." + field,
                rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'send-text','text':'a'                                      | false
            'call-back','number':'110'                                  | false
            'call-back','number':'110','kind':'LISTEN'                  | true
            'locate-now'                                                | false
            'set-report-interval','interval_s':9                        | true
            'query-parameters'                                          | false
            'set-parameters','parameters':[{'id':'0x0029','value':'1'}] | true
            'delete-areas','kind':'ROUTE'                               | false
            'control-terminal','action':'RESET'                         | true
            'control-vehicle','doors':'UNLOCK'                          | true
            'pass-through','kind':65                                    | true
            'shoot','channel':1                                         | false
            'record-audio'                                              | true
            """)
    void keepsSettingsControlAndListeningForFleetOfficers(String fields, boolean officerOnly)
            throws JsonProcessingException {
        assertThat(Instructions.officerOnly(read("{'type':" + fields + "}").instruction()))
                .isEqualTo(officerOnly);
    }

    @Test
    void takesNumbersOfParametersInDecimalAndInHex() throws JsonProcessingException {
        assertThat(
                        read("{'type':'set-parameters','parameters':[{'id':'0x0029','value':30},{'id':'0x0050','value':'0x00000020'}]}")
                                .instruction())
                .isInstanceOfSatisfying(SetParameters.class, set -> assertThat(
                                set.parameters().stream().map(Parameter::valueHex))
                        .containsExactly("0000001e", "00000020"));
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
