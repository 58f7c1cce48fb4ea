package org.motorpool.dispatch.supervision.detector;

import java.util.List;

/**
 * A detector 预警规则.
 *
 * @param code V01 to V40 of the catalogue, our own from V41 on
 * @param name what it is about, Chinese
 * @param thresholds the figures its rule rows must set, no more and no less
 */
public record Detector(String code, String name, List<Threshold> thresholds, List<Judge> judges) {
    public Detector {
        thresholds = List.copyOf(thresholds);
        judges = List.copyOf(judges);
    }
}
