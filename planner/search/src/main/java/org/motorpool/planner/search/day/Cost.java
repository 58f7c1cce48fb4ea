package org.motorpool.planner.search.day;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Fen by term, in the order of the terms; terms of nothing are left out. */
public record Cost(Map<CostTerm, Long> terms_fen) {

    public Cost {
        Map<CostTerm, Long> sorted = new EnumMap<>(CostTerm.class);
        sorted.putAll(terms_fen);
        terms_fen = Collections.unmodifiableMap(sorted);
    }

    static Cost of(long[] terms_fen) {
        Map<CostTerm, Long> named = new EnumMap<>(CostTerm.class);
        for (CostTerm term : CostTerm.values()) {
            if (terms_fen[term.ordinal()] != 0) {
                named.put(term, terms_fen[term.ordinal()]);
            }
        }
        return new Cost(named);
    }

    public long of(CostTerm term) {
        return terms_fen.getOrDefault(term, 0L);
    }

    public long total_fen() {
        return terms_fen.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What this costs more than the other, term by term. */
    Cost minus(Cost other) {
        long[] terms = new long[CostTerm.COUNT];
        for (CostTerm term : CostTerm.values()) {
            terms[term.ordinal()] = of(term) - other.of(term);
        }
        return of(terms);
    }
}
