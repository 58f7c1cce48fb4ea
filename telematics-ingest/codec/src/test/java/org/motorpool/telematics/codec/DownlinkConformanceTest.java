package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.ConformanceTest.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames that other platforms and simulators write, where a folder with them lies beside the repository. */
class DownlinkConformanceTest {
    /** A body that says more controls than there are. */
    private static final String CUT_CONTROL = "007b00";

    /** What others find in a frame that is not of the body, or is named by a key of its own. */
    private static final Set<String> OF_THE_FRAME = Set.of(
            "messageId",
            "properties",
            "protocolVersion",
            "clientId",
            "serialNo",
            "verified",
            "total",
            "reserves",
            "parameters");

    private record Vector(Header header, Body body, JsonNode expected) {
        Downlink message() {
            return DownlinkDecoder.decode(header, body);
        }

        @Override
        public String toString() {
            return "%04x of %d: %s"
                    .formatted(header.messageId(), header.version().year(), body.hex());
        }
    }

    @Test
    void understandsEveryMessageOfAPlatform() throws IOException {
        assertThat(downlinks()).allMatch(DownlinkConformanceTest::understood);
    }

    private static boolean understood(Vector vector) {
        boolean nothingToRead =
                vector.body().length() == 0 || vector.body().hex().equals(CUT_CONTROL);
        return switch (vector.message()) {
            case Downlink.Unmodelled _ -> false;
            case Downlink.Malformed _ -> nothingToRead;
            default -> true;
        };
    }

    @Test
    void writesMessagesAsOthersDo() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Vector vector : downlinks()) {
            Downlink message = vector.message();
            Body written = written(message, vector.header().version());
            assertThat(DownlinkDecoder.decode(vector.header(), written)).isEqualTo(message);
            if (!written.equals(vector.body()) && !tidied(message)) {
                wrong.add("%s is written %s".formatted(vector, written.hex()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whether the message can be written in fewer or other bytes than it came in. */
    private static boolean tidied(Downlink message) {
        return switch (message) {
            case DriverDownlink.CallBack _ -> true; // without padding
            case VehicleDownlink.ControlVehicle _ -> true; // without reserved bits
            case MediaDownlink.MediaReply reply -> reply.missing().isEmpty(); // without a number of nothing
            case AreaDownlink _ -> true; // with attributes that announce what is there
            default -> message.toString().contains("\ufffd"); // bytes that are no GBK
        };
    }

    @Test
    void findsWhatOthersFind() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Vector vector : downlinks()) {
            String found = vector.message().toString();
            if (!vector.message()
                    .equals(new VehicleDownlink.ControlVehicle(
                            List.of(VehicleDownlink.Control.lockDoors())))) { // whose reserved bits are not kept
                missing(vector.expected(), found)
                        .forEach(value -> wrong.add("%s in %s, %s".formatted(value, found, vector)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> missing(JsonNode expected, String found) {
        List<String> missing = new ArrayList<>();
        expected.properties().stream()
                .filter(field -> !OF_THE_FRAME.contains(field.getKey())
                        && !field.getKey().startsWith("warnBit"))
                .forEach(field -> missing.addAll(missing(field.getKey(), field.getValue(), found)));
        return missing;
    }

    private static List<String> missing(String key, JsonNode value, String found) {
        if (value.isArray()) {
            List<String> missing = new ArrayList<>();
            value.forEach(item -> missing.addAll(missing(key, item, found)));
            return missing;
        }
        if (value.isObject()) {
            return missing(value, found);
        }
        String text = inOurWords(key, value);
        return found.contains(text) ? List.of() : List.of("%s %s".formatted(key, text));
    }

    private static String inOurWords(String key, JsonNode value) {
        if (key.startsWith("latitude") || key.startsWith("longitude")) {
            return String.valueOf(value.asLong() / 1e6);
        }
        if (value.isTextual() && value.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return LocalDateTime.parse(value.asText()).toInstant(Bcd.ZONE).toString();
        }
        if (key.endsWith("Time") && value.asText().matches("\\d{12}")) {
            return Bcd.time(Body.ofHex(value.asText()), 0) + "";
        }
        return key.equals("parameter") ? value.asText().replace(";", ", ") : value.asText();
    }

    private static List<Vector> downlinks() throws IOException {
        List<Vector> downlinks = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            if (vector.get("valid").asBoolean()) {
                List<Decoded> decoded = new FrameDecoder(FrameRules.STRICT)
                        .decode(Frames.bytes(vector.get("hex").asText()), Frames.NOW);
                if (decoded.getFirst() instanceof Decoded.Frame(Header header, Body body) && !header.uplink()) {
                    downlinks.add(new Vector(header, body, vector.path("expect").path("yzhJson")));
                }
            }
        }
        return downlinks;
    }

    private static Body written(Downlink message, ProtocolVersion version) {
        ByteBuf out = Unpooled.buffer();
        BodyWriter.write(message, version, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return Body.ofHex(HexFormat.of().formatHex(bytes));
    }
}
