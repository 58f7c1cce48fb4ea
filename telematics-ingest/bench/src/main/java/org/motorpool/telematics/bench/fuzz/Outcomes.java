package org.motorpool.telematics.bench.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.Uplink;

/** Counts what inputs turned out to be, and tells when something is new. */
final class Outcomes {
    private final Map<String, long[]> counts = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private boolean isNew;

    /** Begins with the next input. */
    void begin() {
        isNew = false;
    }

    /** Whether something happened with this input that had not happened before. */
    boolean isNew() {
        return isNew;
    }

    void add(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame(Header header, var _) ->
                count("frame", header.flags().toString());
            case Decoded.Part(Header header, var _) ->
                count("part", header.flags().toString());
            case Decoded.Incomplete _ -> count("incomplete", "");
            case Decoded.Abandoned _ -> count("abandoned", "");
            case Decoded.Text _ -> count("text", "");
            case Decoded.AttachmentData _ -> count("attachment_data", "");
            case Decoded.Malformed malformed ->
                count("malformed_" + malformed.fault().label(), malformed.reason());
        }
    }

    void add(Header header, Message message) {
        switch (message) {
            case Uplink.Malformed(int id, String reason, String _) -> count("uplink_malformed", id + reason);
            case Downlink.Malformed(int id, String reason, String _) -> count("downlink_malformed", id + reason);
            case Uplink.Unmodelled _ -> count("uplink_unmodelled", "");
            case Downlink.Unmodelled _ -> count("downlink_unmodelled", "");
            case Uplink uplink -> count("uplink", uplink.getClass().getName());
            case Downlink downlink -> count("downlink", downlink.getClass().getName());
        }
        if (message instanceof Uplink.LocationReport report) {
            report.items().forEach(item -> notice("item", item.getClass().getName() + item.id()));
        }
        notice("form", header.messageId() + header.flags().toString());
    }

    void put(ObjectNode json) {
        new TreeMap<>(counts).forEach((kind, count) -> json.put(kind, count[0]));
    }

    private void count(String kind, String detail) {
        counts.computeIfAbsent(kind, _ -> new long[1])[0]++;
        notice(kind, detail);
    }

    /** Numbers in the detail do not count. */
    private void notice(String kind, String detail) {
        int hash = kind.hashCode();
        for (int i = 0; i < detail.length(); i++) {
            char letter = detail.charAt(i);
            hash = letter >= '0' && letter <= '9' ? hash : 31 * hash + letter;
        }
        isNew |= seen.add(hash);
    }
}
