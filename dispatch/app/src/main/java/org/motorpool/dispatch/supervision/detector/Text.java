package org.motorpool.dispatch.supervision.detector;

/** What a finding says, in Chinese and in English. */
public record Text(String zh, String en) {}
