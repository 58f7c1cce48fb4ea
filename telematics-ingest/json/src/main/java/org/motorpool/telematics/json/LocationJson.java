package org.motorpool.telematics.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.motorpool.telematics.codec.AlarmFlag;
import org.motorpool.telematics.codec.AlarmId;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.StatusFlag;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.VendorItem;

/** The JSON of location reports and their items. */
final class LocationJson {
    private final ObjectMapper mapper;

    LocationJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** With the names that the version has for the flags that are set. */
    ObjectNode of(Uplink.LocationReport report, ProtocolVersion version) {
        ObjectNode json = of(report);
        ArrayNode alarms = json.putArray("alarms");
        AlarmFlag.of(report.alarmBits(), version).forEach(flag -> alarms.add(flag.chinese() + " / " + flag.english()));
        ArrayNode states = json.putArray("states");
        StatusFlag.of(report.statusBits(), version)
                .forEach(flag -> states.add(flag.chinese() + " / " + flag.english()));
        return json;
    }

    ObjectNode of(Uplink.LocationReport report) {
        ObjectNode json = mapper.createObjectNode();
        json.put("latitude", report.latitude()).put("longitude", report.longitude());
        json.put("altitude_m", report.altitude_m());
        json.put("speed_kmh", report.speed_kmh());
        json.put("heading_deg", report.heading_deg());
        json.put("terminalTime", MessageJson.time(report.reportedAt()));
        json.put("alarmBits", report.alarmBits()).put("statusBits", report.statusBits());
        ArrayNode items = json.putArray("items");
        report.items().forEach(item -> items.add(item(item)));
        if (!report.trailingHex().isEmpty()) {
            json.put("trailing", report.trailingHex());
        }
        report.findOldTail().ifPresent(tail -> json.set("oldTail", mapper.<JsonNode>valueToTree(tail)));
        return json;
    }

    private ObjectNode item(LocationItem item) {
        ObjectNode json = mapper.createObjectNode();
        json.put("id", "0x%02X".formatted(item.id())).put("hex", item.valueHex());
        JsonNode fields = mapper.valueToTree(item);
        fields.properties().forEach(field -> json.putIfAbsent(field.getKey(), field.getValue()));
        return json;
    }

    /** How the parts of items are written that are more than their components. */
    static void register(SimpleModule module) {
        module.addSerializer(
                VendorItem.Measurement.class, MessageJson.writing((item, json) -> json.writeTree(measurement(item))));
        module.addSerializer(VendorItem.Extension.class, MessageJson.writing((item, json) -> {
            json.writeStartObject();
            json.writePOJOField("fields", item.fields());
            json.writeEndObject();
        }));
        module.addSerializer(AlarmId.class, MessageJson.writing((id, json) -> json.writeTree(alarmId(id))));
    }

    private static ObjectNode measurement(VendorItem.Measurement measurement) {
        return MessageJson.object()
                .put("quantity", measurement.measure().quantity().name())
                .put("value", measurement.value())
                .put("unit", measurement.measure().quantity().unit());
    }

    private static ObjectNode alarmId(AlarmId id) {
        return MessageJson.object()
                .put("form", id.form().name())
                .put("terminalId", id.terminalId())
                .put("raisedAt", MessageJson.time(id.raisedAt()))
                .put("sequence", id.sequence())
                .put("attachments", id.attachments())
                .put("hex", id.hex());
    }
}
