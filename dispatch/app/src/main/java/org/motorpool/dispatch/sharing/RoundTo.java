package org.motorpool.dispatch.sharing;

/** The unit of money amounts are rounded to. */
enum RoundTo {
    /** 分. */
    FEN(1),
    /** 角. */
    JIAO(10),
    /** 元. */
    YUAN(100);

    private final long step_fen;

    RoundTo(long step_fen) {
        this.step_fen = step_fen;
    }

    long step_fen() {
        return step_fen;
    }
}
