package org.motorpool.dispatch.federation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whose uses of which month a bill collects.
 *
 * @param ownCode region code of the host authority
 * @param peerCode region code of the home authority
 * @param month its first day; uses that began before its end
 */
public record ToCollect(String ownCode, String peerCode, UUID agreementId, LocalDate month) {}
