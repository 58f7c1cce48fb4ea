package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AlarmId;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.MediaUplink.MediaData;
import org.motorpool.telematics.codec.MediaUplink.MediaEvent;
import org.motorpool.telematics.codec.SafetyItem;
import org.motorpool.telematics.codec.Uplink.LocationReport;
import org.motorpool.telematics.contract.MediaPosition;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.media.Medium;
import org.motorpool.telematics.media.SafetyAlarm;

/** What is to be done about media that a terminal tells of or sends. Pure. */
final class MediaLogic {

    private final Positions positions;

    MediaLogic(Positions positions) {
        this.positions = positions;
    }

    Effect announce(Header header, Terminal terminal, MediaEvent event, Instant now) {
        return new Effect.AnnounceMedia(
                medium(terminal, event, null, now),
                new GeneralReply(header.serial(), header.messageId(), SessionLogic.OK));
    }

    /** Where a medium was taken is a position like any other: it becomes one, so that the medium has it to lean on. */
    Effect keep(Header header, Terminal terminal, MediaData data, Instant now) {
        LocationReport report = data.report();
        PositionReported at = report == null
                ? null
                : positions.find(terminal.vehicleId(), report, now).orElse(null);
        return new Effect.KeepMedia(
                medium(terminal, data.about(), at, now), at == null ? List.of() : List.of(at), data.data(), header);
    }

    /** The alarms of the reports that have attachments. */
    List<AttachmentCall> calls(Terminal terminal, List<LocationReport> reports, List<TelematicsEvent> events) {
        if (!hasAttachments(reports)) {
            return List.of();
        }
        List<PositionReported> places = events.stream()
                .filter(PositionReported.class::isInstance)
                .map(PositionReported.class::cast)
                .toList();
        return IntStream.range(0, reports.size())
                .boxed()
                .flatMap(i -> attached(reports.get(i)).map(alarm -> call(terminal, alarm, places.get(i))))
                .toList();
    }

    /** Every position passes here, so no stream is made. */
    private static boolean hasAttachments(List<LocationReport> reports) {
        for (LocationReport report : reports) {
            for (LocationItem item : report.items()) {
                if (item instanceof SafetyItem.Alarm alarm && alarm.alarmId().attachments() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Stream<SafetyItem.Alarm> attached(LocationReport report) {
        return report.items().stream()
                .filter(SafetyItem.Alarm.class::isInstance)
                .map(SafetyItem.Alarm.class::cast)
                .filter(alarm -> alarm.alarmId().attachments() > 0);
    }

    private static AttachmentCall call(Terminal terminal, SafetyItem.Alarm alarm, PositionReported at) {
        AlarmId id = alarm.alarmId();
        return new AttachmentCall(
                new SafetyAlarm(
                        terminal.vehicleId(),
                        terminal.phone(),
                        id.hex(),
                        alarm.id(),
                        SafetyAlarms.type(alarm),
                        id.raisedAt(),
                        id.attachments(),
                        place(at)),
                id);
    }

    private static MediaPosition place(PositionReported at) {
        return new MediaPosition(at.reportedAt(), at.latitude(), at.longitude(), at.located());
    }

    private static Medium medium(Terminal terminal, MediaEvent about, @Nullable PositionReported at, Instant now) {
        return new Medium(
                terminal.vehicleId(),
                terminal.phone(),
                about.mediaId(),
                Medium.kind(about.kind()),
                about.format(),
                about.event(),
                about.channel(),
                at == null ? null : place(at),
                now);
    }
}
