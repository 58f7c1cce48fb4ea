package org.motorpool.telematics.bench.gateway;

import java.util.BitSet;
import java.util.UUID;

/** Compares what is stored, row by row, with what was sent and acknowledged. */
final class Audit {
    private final Roster roster;
    private final Roster everybody;
    private final Ledger ledger;
    private final BitSet seen = new BitSet();
    private long rows;
    private long duplicated;
    private long altered;
    private long unexpected;

    /**
     * What came out.
     *
     * @param lost acknowledged, but not stored
     * @param duplicated stored once more
     * @param altered stored with another place than was sent
     * @param unexpected stored, but never sent
     */
    record Findings(long stored, long lost, long duplicated, long altered, long unexpected) {
        boolean good() {
            return lost == 0 && duplicated == 0 && altered == 0 && unexpected == 0;
        }
    }

    /** What those of {@code everybody} reported who are not in {@code roster} is passed over. */
    Audit(Roster roster, Roster everybody, Ledger ledger) {
        this.roster = roster;
        this.everybody = everybody;
        this.ledger = ledger;
    }

    /** One row of the table of positions. */
    void row(UUID vehicleId, long reportedAt_s, double latitude, double longitude) {
        int terminal = everybody.terminalOf(vehicleId);
        if (terminal >= roster.terminals()) {
            return;
        }
        rows++;
        long number = roster.numberAt(reportedAt_s);
        if (terminal < 0 || number < 0 || number >= ledger.next(terminal)) {
            unexpected++;
            return;
        }
        if (seen.get(bit(terminal, (int) number))) {
            duplicated++;
        }
        seen.set(bit(terminal, (int) number));
        if (Math.round(latitude * 1e6) != roster.latitude_e6(terminal, (int) number)
                || Math.round(longitude * 1e6) != roster.longitude_e6(terminal, (int) number)) {
            altered++;
        }
    }

    Findings findings() {
        return new Findings(rows, lost(), duplicated, altered, unexpected);
    }

    private long lost() {
        long lost = 0;
        for (int terminal = 0; terminal < roster.terminals(); terminal++) {
            for (int number = 0; number < ledger.next(terminal); number++) {
                if (ledger.acknowledged(terminal, number) && !seen.get(bit(terminal, number))) {
                    lost++;
                }
            }
        }
        return lost;
    }

    private int bit(int terminal, int number) {
        return Math.addExact(Math.multiplyExact(number, roster.terminals()), terminal);
    }
}
