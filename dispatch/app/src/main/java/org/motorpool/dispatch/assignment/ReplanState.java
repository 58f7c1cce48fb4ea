package org.motorpool.dispatch.assignment;

/** Where a re-plan proposal stands. */
public enum ReplanState {
    /** 待处理. */
    OFFERED,
    /** 已采用: all of it, in one transaction. */
    COMMITTED,
    /** 已放弃. */
    DISCARDED,
    /** 已失效: something changed since, or a newer proposal took its place. */
    STALE
}
