package org.motorpool.dispatch.organisation;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Problem;

/** Two acts met on one row: the other was first, or each waited for the other and the database ended this one. */
final class Clash {

    private static final Logger LOG = Logger.getLogger(Clash.class);

    private static final Problem MEANWHILE = Problem.conflict(
            ScopedTransactions.CHANGED_MEANWHILE,
            "内容刚刚被他人更新，请刷新后再操作",
            "it was changed by somebody else at the same moment; reload and try again");

    private Clash() {}

    static boolean is(Throwable failure) {
        return failure instanceof StaleStateException
                || failure instanceof OptimisticLockException
                || isDeadlock(failure);
    }

    /** Problem {@link ScopedTransactions#CHANGED_MEANWHILE}. */
    static RuntimeException told(Throwable clash) {
        if (isDeadlock(clash)) {
            LOG.warnf("ended by the database: %s", clash.getMessage());
        }
        return MEANWHILE.asException();
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof PessimisticLockException || failure instanceof LockAcquisitionException;
    }
}
