package org.motorpool.dispatch.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.AuthApi;
import org.motorpool.dispatch.identity.store.Accounts;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Local accounts: signing in, and adding them. Installations with an identity provider have none. */
@Singleton
public class AccountService {

    /** Compared with when the username is unknown, so that the time of the answer does not tell. */
    private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody");

    /** As the column allows it; anything else is nobody's name, and is not looked up or remembered. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

    private final ScopedTransactions transactions;
    private final Accounts accounts;
    private final UnitService units;
    private final TokenIssuer tokens;

    private final Clock clock;
    private final SignInLimit limit = new SignInLimit();

    AccountService(
            ScopedTransactions transactions, Accounts accounts, UnitService units, TokenIssuer tokens, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.units = units;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token for the account; fails with problem {@code credentials-wrong} for any mismatch, and {@code sign-in-limited}
     * after too many of them from one address.
     */
    public Uni<AuthApi.Token> signIn(AuthApi.Credentials credentials, String address) {
        if (!USERNAME.matcher(credentials.username()).matches()) {
            throw credentialsWrong();
        }
        SignInLimit.Source source = new SignInLimit.Source(credentials.username(), address);
        requireWithinLimit(source);
        return transactions
                .inTransaction(Scope.SYSTEM, session -> accounts.find(session, credentials.username()))
                .chain(found -> verify(found, credentials.password()))
                .invoke(() -> limit.succeeded(source))
                .chain(account ->
                        transactions.inTransaction(Scope.SYSTEM, session -> units.get(session, account.unitId())
                                .map(unit -> token(account, unit))));
    }

    /** Add accounts that all have the same password. */
    public Uni<Void> add(Mutiny.Session session, List<Scope> added, String password) {
        String hash = BcryptUtil.bcryptHash(password);
        Map<Scope, String> hashes = new LinkedHashMap<>();
        added.forEach(account -> hashes.put(account, hash));
        return accounts.add(session, hashes);
    }

    /** All accounts of a unit go to another; a token given before keeps its scope until it expires. */
    public Uni<Void> moveAll(Mutiny.Session session, UUID fromUnitId, Unit to) {
        return accounts.moveAll(session, fromUnitId, to);
    }

    private void requireWithinLimit(SignInLimit.Source source) {
        Duration wait = limit.tryNow(source, clock.instant());
        if (wait.isPositive()) {
            long wait_s = wait.toSeconds() + 1;
            throw Problem.of(
                            429,
                            "sign-in-limited",
                            "登录过于频繁 Too many attempts",
                            "密码错误次数过多，请 %d 秒后再试".formatted(wait_s),
                            "too many wrong passwords; try again in %d s".formatted(wait_s),
                            null)
                    .asException();
        }
    }

    private static Uni<Scope> verify(Optional<Accounts.Stored> found, String password) {
        String hash = found.map(Accounts.Stored::passwordHash).orElse(NOBODYS_HASH);
        return VertxContextSupport.executeBlocking(() -> BcryptUtil.matches(password, hash))
                .map(matches -> found.filter(_ -> matches)
                        .map(Accounts.Stored::scope)
                        .orElseThrow(AccountService::credentialsWrong));
    }

    private static ProblemException credentialsWrong() {
        return Problem.of(
                        401,
                        "credentials-wrong",
                        "登录失败 Sign-in failed",
                        "用户名或密码不正确",
                        "username or password is wrong",
                        null)
                .asException();
    }

    private AuthApi.Token token(Scope account, Unit unit) {
        return new AuthApi.Token(
                tokens.issue(account),
                "Bearer",
                TokenIssuer.ACCOUNT_LIFETIME.toSeconds(),
                account.name(),
                unit.id(),
                unit.name(),
                account.roles().stream().sorted().toList());
    }
}
