package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Frames of real devices and of other decoders' tests, where a folder with them lies beside the repository. */
class ConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsEveryValidFrame() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            if (vector.get("valid").asBoolean()) {
                check(vector, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithEveryInvalidFrame() throws IOException {
        List<String> unnoticed = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            String hex = vector.get("hex").asText();
            boolean doubledFlag = hex.endsWith("7e7e"); // in a stream that is a frame and nothing else
            if (!doubledFlag
                    && !vector.get("valid").asBoolean()
                    && decode(hex).stream().allMatch(ConformanceTest::good)) {
                unnoticed.add(vector.get("issues") + " " + hex);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void findsEveryValidFrameOfAStream() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-streams.jsonl")) {
            long found = decode(vector.get("hex").asText()).stream()
                    .filter(ConformanceTest::good)
                    .count();
            if (found < vector.get("validFrames").asInt()) {
                wrong.add("%d frames in %s".formatted(found, vector));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Decoded> decode(String hex) {
        return FrameDecoder.capture(HexFormat.of().parseHex(hex), FrameRules.STRICT);
    }

    private static boolean good(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Frame(Header header, Body _) -> header.flags().isEmpty();
            case Decoded.Part(Header header, Body _) -> header.flags().isEmpty();
            case Decoded.Text _ -> true;
            case Decoded.AttachmentData _ -> true;
            case Decoded.Incomplete _, Decoded.Abandoned _, Decoded.Malformed _ -> false;
        };
    }

    private static void check(JsonNode vector, List<String> wrong) {
        List<Decoded> decoded = decode(vector.get("hex").asText());
        JsonNode derived = vector.path("derived");
        switch (decoded.size() == 1 ? decoded.getFirst() : null) {
            case Decoded.Frame(Header header, Body body) -> {
                checkHeader(vector, header, wrong);
                checkBody(vector, UplinkDecoder.decode(header, body), wrong);
            }
            case Decoded.Part(Header header, Body _) -> checkHeader(vector, header, wrong);
            case null, default -> wrong.add("%s for %s".formatted(decoded, derived));
        }
    }

    /** Names are in UTF-8, which no version of the standard has, or the time is no BCD. */
    private static final Set<String> NOT_BY_THE_STANDARD =
            Set.of("t_2019_driver_id_report_with_id_card", "t_case16_driver_id_report_offline");

    @Test
    void readsTheFieldsThatOtherDecodersRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            if (NOT_BY_THE_STANDARD.contains(vector.path("expect").path("test").asText())) {
                continue;
            }
            findUplink(vector).ifPresent(message -> ExpectedFields.differences(vector, message)
                    .forEach(difference -> wrong.add(difference + " in " + vector.get("hex"))));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void writesWhatOthersWrite() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            if (vector.path("expect").path("roundtrip").asBoolean()) {
                findFrame(vector).filter(frame -> frame.header().uplink()).ifPresent(frame -> {
                    Header header = frame.header();
                    Uplink message = UplinkDecoder.decode(header, frame.body());
                    String written = Frames.encode(message, header.address(), header.serial());
                    expect(vector, "frame", vector.get("hex").asText(), written, wrong);
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void understandsEveryGoodMessage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors("jt808-dev.jsonl")) {
            findUplink(vector)
                    .filter(Uplink.Malformed.class::isInstance)
                    .filter(_ -> !vector.path("expect").has("error"))
                    .ifPresent(malformed -> wrong.add(malformed + " in " + vector.get("hex")));
        }
        assertThat(wrong).isEmpty();
    }

    private static Optional<Uplink> findUplink(JsonNode vector) {
        return findFrame(vector)
                .filter(frame -> frame.header().uplink())
                .map(frame -> UplinkDecoder.decode(frame.header(), frame.body()));
    }

    private static Optional<Decoded.Frame> findFrame(JsonNode vector) {
        if (!vector.get("valid").asBoolean()) {
            return Optional.empty();
        }
        return decode(vector.get("hex").asText()).stream()
                .filter(Decoded.Frame.class::isInstance)
                .map(Decoded.Frame.class::cast)
                .findFirst();
    }

    private static void checkHeader(JsonNode vector, Header header, List<String> wrong) {
        JsonNode derived = vector.path("derived").path("header");
        expect(vector, "msgId", vector.get("msgId").asText(), "0x%04X".formatted(header.messageId()), wrong);
        expect(vector, "phone", derived.path("phone").asText(), header.address().rawPhone(), wrong);
        expect(vector, "serial", derived.path("serial").asText(), String.valueOf(header.serial()), wrong);
        if (!vector.get("version").asText().equals("unknown")) {
            expect(
                    vector,
                    "version",
                    vector.get("version").asText(),
                    "" + header.version().year(),
                    wrong);
        }
        if (derived.has("subTotal")) {
            expect(vector, "total", derived.get("subTotal").asText(), "" + header.splitTotal(), wrong);
            expect(vector, "index", derived.get("subIndex").asText(), "" + header.splitIndex(), wrong);
        }
    }

    private static void checkBody(JsonNode vector, Uplink message, List<String> wrong) {
        JsonNode location = vector.path("derived").path("location");
        if (message instanceof Uplink.LocationReport report && !location.isMissingNode()) {
            checkReport(vector, location, report, wrong);
            checkItems(vector, report, wrong);
        }
        JsonNode batch = vector.path("derived").path("batch");
        if (message instanceof Uplink.LocationBatch found
                && batch.path("consistent").asBoolean()) {
            JsonNode locations = batch.get("locations");
            expect(
                    vector,
                    "reports",
                    "" + locations.size(),
                    "" + found.reports().size(),
                    wrong);
            for (int i = 0; i < Math.min(locations.size(), found.reports().size()); i++) {
                checkReport(vector, locations.get(i), found.reports().get(i), wrong);
            }
        }
    }

    private static void checkReport(
            JsonNode vector, JsonNode location, Uplink.LocationReport report, List<String> wrong) {
        expect(vector, "alarm", location.get("alarm").asText(), "0x%08X".formatted(report.alarmBits()), wrong);
        expect(vector, "status", location.get("status").asText(), "0x%08X".formatted(report.statusBits()), wrong);
        expect(vector, "lat", location.get("lat").asText(), micro(report.latitude()), wrong);
        expect(vector, "lng", location.get("lng").asText(), micro(report.longitude()), wrong);
        expect(vector, "speed", location.get("speed").asText(), "" + Math.round(report.speed_kmh() * 10), wrong);
        expect(vector, "direction", location.get("direction").asText(), "" + report.heading_deg(), wrong);
        if (location.get("altitude").asInt() < 32_768) {
            expect(vector, "altitude", location.get("altitude").asText(), "" + report.altitude_m(), wrong);
        }
        checkTime(vector, location.get("time").asText(), report, wrong);
    }

    private static void checkTime(JsonNode vector, String time, Uplink.LocationReport report, List<String> wrong) {
        @Nullable
        String found = report.reportedAt() == null
                ? null
                : LocalDateTime.ofInstant(report.reportedAt(), ZoneOffset.ofHours(8))
                        .toString()
                        .replace('T', ' ');
        boolean minuteOnly = found != null && time.equals(found + ":00");
        if (found != null && !minuteOnly) {
            expect(vector, "time", time, found, wrong);
        }
    }

    /** Ids and values of the items; padding and trailing bytes are items to some decoders, so only the common start counts. */
    private static void checkItems(JsonNode vector, Uplink.LocationReport report, List<String> wrong) {
        JsonNode items = vector.path("derived").path("items");
        List<LocationItem> found = report.items();
        if (found.size() > items.size()
                || (found.size() < items.size() && report.trailingHex().isEmpty())) {
            wrong.add("%d items, expected %s".formatted(found.size(), items));
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            expect(
                    vector,
                    "item id",
                    items.get(i).get("id").asText(),
                    "0x%02X".formatted(found.get(i).id()),
                    wrong);
            expect(
                    vector,
                    "item",
                    items.get(i).get("hex").asText(),
                    found.get(i).valueHex(),
                    wrong);
        }
    }

    private static String micro(double degrees) {
        return String.valueOf(Math.round(Math.abs(degrees) * 1e6));
    }

    private static void expect(JsonNode vector, String field, String expected, String found, List<String> wrong) {
        if (!expected.equalsIgnoreCase(found)) {
            wrong.add("%s is %s, expected %s in %s".formatted(field, found, expected, vector.get("hex")));
        }
    }

    static List<JsonNode> vectors(String name) throws IOException {
        Path file = findVectors(name);
        assumeTrue(file != null, "no shared/vectors/" + name + " beside the repository");
        List<JsonNode> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            vectors.add(JSON.readTree(line));
        }
        return vectors;
    }

    private static @Nullable Path findVectors(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/vectors").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        return null;
    }
}
