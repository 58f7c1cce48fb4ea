package org.motorpool.telematics.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What other decoders' tests expect of a message's fields, in our names; a star stands for each number of a list. */
final class ExpectedFields {
    private static final String NAMES = """
            0x0005 body.seq firstSerial
            0x0005 body.ids.* indexes.*
            0x0107 body.type kindBits
            0x0107 body.manufacturer manufacturer
            0x0107 body.model model
            0x0107 body.id terminalId
            0x0107 body.iccid iccid
            0x0107 body.hardware_version hardwareVersion
            0x0107 body.firmware_version firmwareVersion
            0x0107 body.gnss_prop gnssBits
            0x0107 body.comm_prop communicationBits
            0x0107 deviceType kindBits
            0x0107 makerId manufacturer
            0x0107 deviceModel model
            0x0107 deviceId terminalId
            0x0107 iccid iccid
            0x0107 hardwareVersion hardwareVersion
            0x0107 firmwareVersion firmwareVersion
            0x0107 gnssAttribute gnssBits
            0x0107 networkAttribute communicationBits
            0x0107 jT808_0X0107.TerminalType kindBits
            0x0107 jT808_0X0107.MakerId manufacturer
            0x0107 jT808_0X0107.TerminalModel model
            0x0107 jT808_0X0107.TerminalId terminalId
            0x0107 jT808_0X0107.Terminal_SIM_ICCID iccid
            0x0107 jT808_0X0107.Terminal_Hardware_Version_Num hardwareVersion
            0x0107 jT808_0X0107.Terminal_Firmware_Version_Num firmwareVersion
            0x0107 jT808_0X0107.GNSSModule gnssBits
            0x0107 jT808_0X0107.CommunicationModule communicationBits
            0x0108 type kind
            0x0108 result result
            0x0301 eventId eventId
            0x0302 responseSerialNo answeredSerial
            0x0302 answerId answerId
            0x0303 type kind
            0x0303 action action
            0x0701 result text
            0x0702 body.status status
            0x0702 body.time changedAt
            0x0702 body.ic_result card.result
            0x0702 body.driver_name card.driver.name
            0x0702 body.certificate card.driver.certificate
            0x0702 body.organization card.driver.agency
            0x0702 body.cert_expiry card.driver.expiry
            0x0702 body.id_card card.driver.idCard
            0x0702 status status
            0x0702 dateTime changedAt
            0x0702 cardStatus card.result
            0x0702 name card.driver.name
            0x0702 licenseNo card.driver.certificate
            0x0702 institution card.driver.agency
            0x0702 licenseValidPeriod card.driver.expiry
            0x0705 total declared
            0x0705 items.*.id frames.*.id
            0x0705 items.*.data frames.*.hex
            0x0800 id mediaId
            0x0800 type kind
            0x0800 format format
            0x0800 event event
            0x0800 channelId channel
            0x0801 id about.mediaId
            0x0801 type about.kind
            0x0801 format about.format
            0x0801 event about.event
            0x0801 channelId about.channel
            0x0801 location.warnBit report.warnBit
            0x0801 location.statusBit report.statusBit
            0x0801 location.latitude report.latitude
            0x0801 location.longitude report.longitude
            0x0801 location.altitude report.altitude
            0x0801 location.speed report.speed
            0x0801 location.direction report.direction
            0x0801 location.deviceTime report.deviceTime
            0x0801 packet data
            0x0802 responseSerialNo answeredSerial
            0x0802 items.*.id items.*.mediaId
            0x0802 items.*.type items.*.kind
            0x0802 items.*.channelId items.*.channel
            0x0802 items.*.event items.*.event
            0x0802 items.*.location.latitude items.*.report.latitude
            0x0802 items.*.location.longitude items.*.report.longitude
            0x0802 items.*.location.statusBit items.*.report.statusBit
            0x0802 items.*.location.deviceTime items.*.report.deviceTime
            0x0805 responseSerialNo answeredSerial
            0x0805 result result
            0x0805 id.* mediaIds.*
            0x0900 message.value.items.*.id peripherals.*.id
            0x0900 message.value.items.*.companyName peripherals.*.company
            0x0900 message.value.items.*.productModel peripherals.*.model
            0x0900 message.value.items.*.hardwareVersion peripherals.*.hardwareVersion
            0x0900 message.value.items.*.firmwareVersion peripherals.*.firmwareVersion
            0x0900 message.value.items.*.deviceId peripherals.*.deviceId
            0x0900 message.value.items.*.userCode peripherals.*.customerCode
            0x0900 JT808Bodies.PassthroughType kind
            0x0901 body data
            0x1003 audioFormat audioCodec
            0x1003 audioChannels audioChannels
            0x1003 audioSamplingRate audioSampleRate
            0x1003 audioBitDepth audioSampleBits
            0x1003 audioFrameLength audioFrame_bytes
            0x1003 audioSupport audioOutput
            0x1003 videoFormat videoCodec
            0x1003 maxAudioChannels maxAudioChannels
            0x1003 maxVideoChannels maxVideoChannels
            0x1005 startTime from
            0x1005 endTime to
            0x1005 getOnCount boarded
            0x1005 getOffCount alighted
            0x1205 responseSerialNo answeredSerial
            0x1205 items.*.channelNo recordings.*.channel
            0x1205 items.*.startTime recordings.*.from
            0x1205 items.*.endTime recordings.*.to
            0x1205 items.*.warnBit recordings.*.alarmBits
            0x1205 items.*.mediaType recordings.*.kind
            0x1205 items.*.streamType recordings.*.stream
            0x1205 items.*.storageType recordings.*.storage
            0x1205 items.*.size recordings.*.size_bytes
            0x1206 responseSerialNo answeredSerial
            0x1206 result result
            0x1210 deviceId terminalId
            0x1210 deviceId_ alarmId.terminalId
            0x1210 dateTime alarmId.raisedAt
            0x1210 sequenceNo alarmId.sequence
            0x1210 fileTotal alarmId.attachments
            0x1210 platformAlarmId alarmNumber
            0x1210 type kind
            0x1210 TerminalID.* terminalId
            0x1210 Time alarmId.raisedAt
            0x1210 SerialNumber alarmId.sequence
            0x1210 AttachNumber alarmId.attachments
            0x1210 AlarmID alarmNumber
            0x1210 InfoType kind
            0x1210 FileName.* attachments.*.name
            0x1210 FileSize.* attachments.*.size_bytes
            0x1211 name name
            0x1211 type kind
            0x1211 size size_bytes
            0x6006 result text
            """;

    private static final DateTimeFormatter BCD =
            DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(new InstantWriter())
                    .addSerializer(new BodyWriter())
                    .addSerializer(new ReportWriter()));

    private ExpectedFields() {}

    private static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(BCD.format(time));
        }
    }

    private static final class BodyWriter extends StdSerializer<Body> {
        BodyWriter() {
            super(Body.class);
        }

        @Override
        public void serialize(Body body, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(body.hex());
        }
    }

    /** The numbers as on the wire, which is how others have them. */
    private static final class ReportWriter extends StdSerializer<Uplink.LocationReport> {
        ReportWriter() {
            super(Uplink.LocationReport.class);
        }

        @Override
        public void serialize(Uplink.LocationReport report, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeNumberField("warnBit", report.alarmBits());
            json.writeNumberField("statusBit", report.statusBits());
            json.writeNumberField("latitude", Math.round(report.latitude() * 1e6));
            json.writeNumberField("longitude", Math.round(report.longitude() * 1e6));
            json.writeNumberField("altitude", report.altitude_m());
            json.writeNumberField("speed", Math.round(report.speed_kmh() * 10));
            json.writeNumberField("direction", report.heading_deg());
            json.writeObjectField("deviceTime", report.reportedAt());
            json.writeEndObject();
        }
    }

    /** Differences of the message to what the vector expects. */
    static List<String> differences(JsonNode vector, Uplink message) {
        Map<String, String> expected = flattened(expectation(vector));
        Map<String, String> found = flattened(JSON.valueToTree(message));
        if (message instanceof DriverUplink.Waybill waybill) {
            found.put("text", waybill.text());
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((theirs, value) -> findOurs(vector.get("msgId").asText(), theirs)
                .filter(ours -> !value.equals(found.get(ours)))
                .ifPresent(ours -> differences.add("%s is %s, expected %s".formatted(ours, found.get(ours), value))));
        return differences;
    }

    private static JsonNode expectation(JsonNode vector) {
        JsonNode expect = vector.path("expect");
        for (String key : List.of("yzhJson", "emqxJson", "fields", "attribute")) {
            if (expect.has(key)) {
                return expect.get(key);
            }
        }
        var asserts = JSON.createObjectNode();
        expect.path("asserts").forEach(pair -> asserts.set(pair.path(0).asText(), pair.path(1)));
        return asserts;
    }

    private static Optional<String> findOurs(String messageId, String theirs) {
        String template = theirs.replaceAll("\\.\\d+(?=\\.|$)", ".*");
        return NAMES.lines()
                .map(line -> line.split(" "))
                .filter(line -> line[0].equals(messageId) && line[1].equals(template))
                .map(line -> numbered(line[2], theirs))
                .findFirst();
    }

    private static String numbered(String ours, String theirs) {
        String number = theirs.replaceAll(".*?\\.(\\d+)(\\..*)?$", "$1");
        return ours.replace("*", number);
    }

    private static Map<String, String> flattened(JsonNode json) {
        Map<String, String> fields = new TreeMap<>();
        flatten("", json, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode json, Map<String, String> into) {
        boolean bytes = path.matches("(.*\\.)?(data|body)") && json.isArray();
        if (bytes) {
            StringBuilder hex = new StringBuilder();
            json.forEach(value -> hex.append(HexFormat.of().toHexDigits((byte) value.asInt())));
            into.put(path, hex.toString());
        } else if (json.isContainerNode()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            json.properties().forEach(field -> flatten(prefix + field.getKey(), field.getValue(), into));
            for (int i = 0; i < json.size() && json.isArray(); i++) {
                flatten(prefix + i, json.get(i), into);
            }
        } else {
            into.put(path, plain(json.asText()));
        }
    }

    /** Times as BCD digits, strings that are given in hex as strings. */
    private static String plain(String value) {
        if (value.matches("20\\d\\d-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d")) {
            return value.replaceAll("\\D", "").substring(2);
        }
        if (value.startsWith("hex:")) {
            byte[] bytes = HexFormat.of().parseHex(value.substring(4));
            return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
        }
        return value;
    }
}
