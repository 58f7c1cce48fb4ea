package org.motorpool.dispatch.assignment;

import java.time.Duration;

/**
 * What is decided on re-planning at a place.
 *
 * @param moved_fen an announced order that need not move does so only for a greater saving, fen
 * @param latest an order nobody can serve in time may begin so much later
 * @param again the platform offers nothing for the same cause again within this time
 * @param late by so much a vehicle must be expected too late for its next order
 * @param ahead how far ahead next orders are looked at
 * @param clause where that is written
 */
public record ReplanRule(
        long moved_fen, Duration latest, Duration again, Duration late, Duration ahead, String clause) {}
