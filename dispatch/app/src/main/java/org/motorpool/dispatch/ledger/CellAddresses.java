package org.motorpool.dispatch.ledger;

/**
 * Watches the bytes of what may be a worksheet go by for attributes {@code r}, the addresses of cells: their column has three letters at most
 * (XFD is the last), written as they are. A sheet in another encoding than UTF-8 is refused, as nothing could be seen in it.
 */
final class CellAddresses {

    private static final int LETTERS_MAX = 3;

    /** Where in ` r = "ABC1"` the last byte was. */
    private enum Seen {
        OTHER,
        SPACE,
        NAME,
        EQUALS,
        ADDRESS
    }

    private Seen seen = Seen.OTHER;
    private int letters;

    /** Whether all addresses up to here are within a sheet; call it with each chunk in turn. */
    boolean areWithinASheet(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            byte b = chunk[i];
            if (b == 0 || !follow(b)) {
                return false;
            }
        }
        return true;
    }

    private boolean follow(byte b) {
        boolean space = b == ' ' || b == '\t' || b == '\n' || b == '\r';
        boolean quote = b == '"' || b == '\'';
        switch (seen) {
            case OTHER -> seen = space ? Seen.SPACE : Seen.OTHER;
            case SPACE -> seen = space ? Seen.SPACE : b == 'r' ? Seen.NAME : Seen.OTHER;
            case NAME -> seen = space ? Seen.NAME : b == '=' ? Seen.EQUALS : Seen.OTHER;
            case EQUALS -> {
                seen = space ? Seen.EQUALS : quote ? Seen.ADDRESS : Seen.OTHER;
                letters = 0;
            }
            case ADDRESS -> {
                letters += Character.isLetter(b) ? 1 : 0;
                seen = quote ? Seen.OTHER : Seen.ADDRESS;
                return letters <= LETTERS_MAX && b != '&';
            }
        }
        return true;
    }
}
