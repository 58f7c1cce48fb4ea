package org.motorpool.telematics.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AreaDownlink;
import org.motorpool.telematics.codec.AttachmentDownlink;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.DriverDownlink;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.HeaderFlag;
import org.motorpool.telematics.codec.MediaDownlink;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.Parameter;
import org.motorpool.telematics.codec.ParameterValue;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalParameters;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;
import org.motorpool.telematics.codec.VehicleDownlink;
import org.motorpool.telematics.codec.VehicleUplink;
import org.motorpool.telematics.codec.VendorDownlink;
import org.motorpool.telematics.codec.VendorUplink;
import org.motorpool.telematics.codec.VideoDownlink;

/** The JSON of {@code motorpool decode}, whoever shows it. */
public final class MessageJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(module());
    private static final LocationJson LOCATIONS = new LocationJson(MAPPER);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final ZoneOffset TERMINAL_ZONE = ZoneOffset.ofHours(8);

    private MessageJson() {}

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Instant.class, writing((time, json) -> json.writeString(time(time))));
        module.addSerializer(LocalTime.class, writing((time, json) -> json.writeString(clock(time))));
        module.addSerializer(Body.class, writing((body, json) -> json.writeString(body.hex())));
        module.addSerializer(
                Uplink.LocationReport.class, writing((report, json) -> json.writeTree(LOCATIONS.of(report))));
        LocationJson.register(module);
        return module;
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What one frame, or what is none, turned out to be. */
    public static ObjectNode decoded(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Frame frame -> frame(frame);
            case Decoded.Part part -> part(part);
            case Decoded.Malformed(FrameFault _, String reason, String hex) -> malformed(reason, hex);
            case Decoded.Incomplete(Header header, List<Integer> missing) -> missing(header, missing);
            case Decoded.Abandoned(Header header, List<Integer> missing) ->
                missing(header, missing).put("abandoned", true);
            case Decoded.Text(String text) -> MAPPER.createObjectNode().put("text", text);
            case Decoded.AttachmentData data -> attachment(data);
        };
    }

    /** One frame in hex as it was on the wire; what is not one frame is {@code malformed}. */
    public static ObjectNode frame(String hex, FrameRules rules) {
        List<Decoded> all = FrameDecoder.capture(HexFormat.of().parseHex(hex), rules);
        if (all.size() != 1) {
            String reason = all.isEmpty() ? "no frame between two 0x7e" : "%d frames on one line".formatted(all.size());
            return malformed(reason, hex);
        }
        return all.getFirst() instanceof Decoded.Malformed malformed
                ? malformed(malformed.reason(), hex)
                : decoded(all.getFirst());
    }

    /** What cannot be read, and why. */
    public static ObjectNode malformed(String reason, String hex) {
        return MAPPER.createObjectNode().put("malformed", reason).put("hex", hex);
    }

    /** Records as they are. */
    public static ArrayNode tree(List<?> records) {
        return MAPPER.valueToTree(records);
    }

    /** How a value is written to JSON. */
    interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider serializers) throws IOException {
                writing.write(value, json);
            }
        };
    }

    private static ObjectNode frame(Decoded.Frame frame) {
        Header header = frame.header();
        Message message = header.uplink()
                ? UplinkDecoder.decode(header, frame.body())
                : DownlinkDecoder.decode(header, frame.body());
        ObjectNode json = header(header);
        json.set("body", body(message, header.version()));
        return json;
    }

    private static ObjectNode part(Decoded.Part part) {
        ObjectNode json = header(part.header());
        json.set("body", MAPPER.createObjectNode().put("part", part.body().hex()));
        return json;
    }

    private static ObjectNode missing(Header header, List<Integer> missing) {
        ObjectNode json = header(header);
        missing.forEach(json.putArray("missing")::add);
        return json;
    }

    private static ObjectNode attachment(Decoded.AttachmentData data) {
        ObjectNode json = MAPPER.createObjectNode();
        return json.put("attachment", data.name())
                .put("offset", data.offset())
                .put("hex", data.body().hex());
    }

    private static ObjectNode header(Header header) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("messageId", "0x%04X".formatted(header.messageId()));
        json.put("version", header.version().year());
        json.put("phone", header.phone());
        json.put("serial", header.serial());
        if (header.split()) {
            json.putObject("split").put("total", header.splitTotal()).put("index", header.splitIndex());
        }
        ArrayNode flags = json.putArray("flags");
        header.flags().stream().sorted().map(HeaderFlag::label).forEach(flags::add);
        if (header.encryption() != 0) {
            flags.add("encrypted");
        }
        return json;
    }

    private static ObjectNode body(Message message, ProtocolVersion version) {
        return switch (message) {
            case Uplink.LocationReport report -> LOCATIONS.of(report, version);
            case Uplink.LocationAnswer(int serial, Uplink.LocationReport report) ->
                LOCATIONS.of(report, version).put("answeredSerial", serial);
            case Uplink.LocationBatch batch -> batch(batch, version);
            case Uplink.GeneralResponse(int serial, int id, int result) -> answer(serial, id, result);
            case Downlink.GeneralReply(int serial, int id, int result) -> answer(serial, id, result);
            case Uplink.Malformed(int _, String reason, String hex) -> malformed(reason, hex);
            case Downlink.Malformed(int _, String reason, String hex) -> malformed(reason, hex);
            case Uplink.Unmodelled(int _, String hex) -> hex(hex);
            case Downlink.Unmodelled(int _, String hex) -> hex(hex);
            case Downlink.SetParameters set -> parameters(set.parameters());
            case SettingsUplink.ParametersAnswer answer ->
                parameters(answer.parameters()).put("answeredSerial", answer.answeredSerial());
            case TerminalDownlink.QueryParameters query -> ids(query);
            case DriverUplink.Waybill waybill -> tree(waybill).put("text", waybill.text());
            case TerminalUplink.Compressed compressed -> compressed(compressed);
            case MediaUplink.RecordingList list -> recordings(list);
            case Uplink.Heartbeat _,
                    Uplink.Logout _,
                    Uplink.Register _,
                    Uplink.Authenticate _,
                    TerminalUplink _,
                    DriverUplink _,
                    VehicleUplink _,
                    SettingsUplink.AreasAnswer _,
                    MediaUplink _,
                    AttachmentUplink _,
                    VendorUplink _,
                    Downlink.ShortReply _,
                    Downlink.ResendRequest _,
                    Downlink.RegisterReply _,
                    Downlink.LocateNow _,
                    Downlink.SendText _,
                    TerminalDownlink _,
                    VehicleDownlink _,
                    DriverDownlink _,
                    AreaDownlink _,
                    MediaDownlink _,
                    AttachmentDownlink _,
                    VideoDownlink _,
                    VendorDownlink _ -> tree(message);
        };
    }

    private static ObjectNode tree(Message message) {
        return MAPPER.valueToTree(message);
    }

    private static ObjectNode compressed(TerminalUplink.Compressed compressed) {
        ObjectNode json = tree(compressed);
        compressed.findContent().ifPresent(content -> json.put("content", content.hex()));
        return json;
    }

    /** Flags are never negative: those of a recording have 64 bits. */
    private static ObjectNode recordings(MediaUplink.RecordingList list) {
        ObjectNode json = tree(list);
        for (int i = 0; i < list.recordings().size(); i++) {
            String flags = Long.toUnsignedString(list.recordings().get(i).alarmBits());
            ((ObjectNode) json.get("recordings").get(i)).put("alarmBits", new BigInteger(flags));
        }
        return json;
    }

    private static ObjectNode hex(String hex) {
        return MAPPER.createObjectNode().put("hex", hex);
    }

    private static ObjectNode answer(int serial, int id, int result) {
        ObjectNode json = MAPPER.createObjectNode();
        return json.put("answeredSerial", serial)
                .put("answeredId", "0x%04X".formatted(id))
                .put("result", result);
    }

    private static ObjectNode ids(TerminalDownlink.QueryParameters query) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode ids = json.putArray("ids");
        query.ids().forEach(id -> ids.add("0x%04X".formatted(id)));
        return json;
    }

    private static ObjectNode parameters(List<Parameter> parameters) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode list = json.putArray("parameters");
        parameters.forEach(parameter -> list.add(parameter(parameter)));
        return json;
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", "0x%04X".formatted(parameter.id()));
        TerminalParameters.find(parameter.id()).ifPresent(type -> json.put("name", type.name()));
        switch (TerminalParameters.value(parameter)) {
            case ParameterValue.Number(long value) -> json.put("value", value);
            case ParameterValue.Text(String value) -> json.put("value", value);
            case ParameterValue.Raw _ -> {}
        }
        return json.put("hex", parameter.valueHex());
    }

    private static ObjectNode batch(Uplink.LocationBatch batch, ProtocolVersion version) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("kind", batch.kind()).put("declared", batch.declared());
        ArrayNode reports = json.putArray("reports");
        batch.reports().forEach(report -> reports.add(LOCATIONS.of(report, version)));
        if (!batch.trailingHex().isEmpty()) {
            json.put("trailing", batch.trailingHex());
        }
        return json;
    }

    /** Terminal time; null when there is none. */
    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(TERMINAL_ZONE).format(TIME);
    }

    private static String clock(LocalTime time) {
        return CLOCK.format(time);
    }
}
