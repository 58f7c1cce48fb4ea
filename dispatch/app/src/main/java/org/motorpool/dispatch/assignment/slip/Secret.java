package org.motorpool.dispatch.assignment.slip;

import java.util.HexFormat;

/** A secret that signs slips, in hex; it never prints itself. */
public record Secret(String hex) {

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
