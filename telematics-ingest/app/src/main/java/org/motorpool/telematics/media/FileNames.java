package org.motorpool.telematics.media;

/** Names of files as terminals write them, for people to read: never used to open anything. */
final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    /** The last step of the path without what a shell, a browser or a table could take amiss. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
        String cut = plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
        return cut.isEmpty() ? "unnamed" : cut;
    }
}
