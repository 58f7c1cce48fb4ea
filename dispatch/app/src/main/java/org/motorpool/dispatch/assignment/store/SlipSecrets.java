package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.slip.Secret;

/** The secrets that sign slips; every call runs in the caller's session. */
@Singleton
public class SlipSecrets {

    private static final int MOST = 20;
    private static final String LIST =
            "select encode(secret, 'hex') from slip_secret order by created_at desc, id limit ?1";

    /** The newest first: it signs, all of them verify. */
    public Uni<List<Secret>> list(Mutiny.Session session) {
        return session.createNativeQuery(LIST, String.class)
                .setParameter(1, MOST)
                .getResultList()
                .map(found -> found.stream().map(Secret::new).toList());
    }
}
