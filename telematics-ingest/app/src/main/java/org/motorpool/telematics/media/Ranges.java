package org.motorpool.telematics.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file are there: half-open ranges that never touch, bounded in number. */
final class Ranges {

    private final int max;
    /** End by start. */
    private final TreeMap<Long, Long> byStart = new TreeMap<>();

    Ranges(int max) {
        this.max = max;
    }

    /** Whether these bytes can be added without one range too many. */
    boolean hasRoom(long offset, long length) {
        if (byStart.size() < max) {
            return true;
        }
        Map.Entry<Long, Long> before = byStart.floorEntry(offset);
        Long next = byStart.ceilingKey(offset);
        return before != null && before.getValue() >= offset || next != null && next <= offset + length;
    }

    /** Adds the bytes; those that are there already may come again. */
    void add(long offset, long length) {
        long start = offset;
        long end = offset + length;
        Map.Entry<Long, Long> before = byStart.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
        }
        var joined = byStart.subMap(start, true, end, true);
        for (long other : joined.values()) {
            end = Math.max(end, other);
        }
        joined.clear();
        byStart.put(start, end);
    }

    /** The first gaps of a file of this size, at most so many. */
    List<FileRange> missing(long size, int most) {
        List<FileRange> gaps = new ArrayList<>();
        long at = 0;
        for (Map.Entry<Long, Long> range : byStart.entrySet()) {
            if (range.getKey() > at) {
                gaps.add(new FileRange(at, range.getKey() - at));
            }
            at = range.getValue();
            if (gaps.size() == most) {
                return gaps;
            }
        }
        if (at < size) {
            gaps.add(new FileRange(at, size - at));
        }
        return gaps;
    }
}
