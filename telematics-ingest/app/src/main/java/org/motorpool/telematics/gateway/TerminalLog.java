package org.motorpool.telematics.gateway;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Log lines about one terminal, which is named in the MDC. At DEBUG: a restart lets a hundred thousand connect. No
 * position and no frame comes here.
 */
final class TerminalLog {

    private static final Logger LOG = Logger.getLogger(TerminalLog.class);
    private static final String TERMINAL = "terminal";
    private static final String VEHICLE = "vehicle";

    private TerminalLog() {}

    static void connected(Terminal terminal) {
        if (LOG.isDebugEnabled()) {
            about(terminal, () -> LOG.debug("terminal connected"));
        }
    }

    static void disconnected(Terminal terminal, String reason) {
        if (LOG.isDebugEnabled()) {
            about(terminal, () -> LOG.debugf("terminal disconnected reason=\"%s\"", reason));
        }
    }

    static void refused(String phone, Refusal refusal) {
        if (LOG.isDebugEnabled()) {
            MDC.put(TERMINAL, phone);
            LOG.debugf("terminal refused reason=%s", refusal.label());
            MDC.remove(TERMINAL);
        }
    }

    private static void about(Terminal terminal, Runnable line) {
        MDC.put(TERMINAL, terminal.phone());
        MDC.put(VEHICLE, terminal.vehicleId());
        line.run();
        MDC.remove(TERMINAL);
        MDC.remove(VEHICLE);
    }
}
