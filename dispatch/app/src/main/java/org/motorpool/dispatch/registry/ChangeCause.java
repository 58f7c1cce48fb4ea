package org.motorpool.dispatch.registry;

/**
 * Who changes a vehicle, and why; kept in its history.
 *
 * @param by username
 * @param reason for people
 */
public record ChangeCause(String by, String reason) {}
