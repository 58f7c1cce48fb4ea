package org.motorpool.dispatch.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.organisation.Scope;

@Entity(name = "Account")
@Table(name = "account")
class AccountRow {
    @Id
    UUID id;

    String username;

    @Column(name = "password_hash")
    String passwordHash;

    String name;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String[] roles;

    protected AccountRow() {}

    AccountRow(Scope scope, String passwordHash) {
        id = scope.accountId();
        username = scope.username();
        this.passwordHash = passwordHash;
        name = scope.name();
        unitId = scope.unitId();
        unitPath = scope.unitPath();
        roles = scope.roles().toArray(String[]::new);
    }

    Scope toScope() {
        return new Scope(id, username, name, unitId, unitPath, Set.of(roles));
    }
}
