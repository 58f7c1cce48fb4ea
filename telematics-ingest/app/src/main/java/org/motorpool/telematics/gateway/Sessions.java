package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The authenticated connections: one for each terminal, the newest. */
@Singleton
class Sessions {

    private final Map<String, Connection> byPhone = new ConcurrentHashMap<>();
    private final Map<UUID, Connection> byVehicle = new ConcurrentHashMap<>();
    private final ReentrantLock changes = new ReentrantLock();

    /** The connection now speaks for the terminal. An older one ends first, so that events come in that order. */
    void admit(Terminal terminal, Connection connection, Runnable announce) {
        changes.lock();
        try {
            Connection older = byPhone.put(terminal.phone(), connection);
            byVehicle.put(terminal.vehicleId(), connection);
            if (older != null && older != connection) {
                older.end("replaced by a newer connection");
            }
            if (older != connection) {
                announce.run();
            }
        } finally {
            changes.unlock();
        }
    }

    void remove(Terminal terminal, Connection connection) {
        byPhone.remove(terminal.phone(), connection);
        byVehicle.remove(terminal.vehicleId(), connection);
    }

    boolean connected(String phone) {
        return byPhone.containsKey(phone);
    }

    Optional<Connection> findByPhone(String phone) {
        return Optional.ofNullable(byPhone.get(phone));
    }

    Optional<Connection> findByVehicle(UUID vehicleId) {
        return Optional.ofNullable(byVehicle.get(vehicleId));
    }

    int size() {
        return byPhone.size();
    }

    List<Connection> list() {
        return List.copyOf(byPhone.values());
    }
}
