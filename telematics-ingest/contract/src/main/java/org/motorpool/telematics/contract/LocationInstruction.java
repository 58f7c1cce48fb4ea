package org.motorpool.telematics.contract;

/** Instructions about where the vehicle is and how often it says so. */
public sealed interface LocationInstruction extends Instruction {

    /** Ask for a position at once (0x8201). */
    record LocateNow() implements LocationInstruction {}

    /**
     * Set the reporting interval while driving (0x8103, parameter 0x0029).
     *
     * @param interval_s 1 to 3600 s
     */
    record SetReportInterval(Integer interval_s) implements LocationInstruction {

        private static final int MOST_S = 3600;

        public SetReportInterval {
            Check.range("interval_s", interval_s, 1, MOST_S);
        }
    }
}
