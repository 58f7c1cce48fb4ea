package org.motorpool.dispatch.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.detector.Lead;
import org.motorpool.dispatch.supervision.detector.Text;

/** Findings about confidential vehicles tell that there is one, and no more: such vehicles are counted, never shown. */
public final class Confidential {

    /** What is left of the evidence. */
    public static final Map<String, Object> EVIDENCE = Map.of("vehicles", 1);

    private Confidential() {}

    /** What is left of the text. */
    public static Text text(String detectorName, String detector) {
        return new Text(
                "1 辆涉密车辆触发“%s”，请按保密规定线下核查".formatted(detectorName),
                "1 confidential vehicle gave rise to %s; look into it offline, as confidentiality demands"
                        .formatted(detector));
    }

    /** The lead without the vehicle; its episode is still the same one each time. */
    static Lead cover(Lead lead) {
        String detector = lead.rule().detector();
        String name = Detectors.find(detector).map(Detector::name).orElse(detector);
        return new Lead(
                lead.rule(),
                "confidential:" + digest(lead.episode()),
                lead.unitId(),
                lead.unitPath(),
                null,
                lead.severity(),
                lead.from(),
                lead.to(),
                false,
                text(name, detector),
                EVIDENCE);
    }

    private static String digest(String episode) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(episode.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256 in this runtime", impossible);
        }
    }
}
