package org.motorpool.dispatch.federation;

/** Which side of a use across regions a row is. */
public enum CaseRole {
    /** 属地: whose traveller goes. */
    HOME,
    /** 保障地: whose vehicle drives. */
    HOST
}
