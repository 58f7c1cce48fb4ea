package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.BoundTerminal;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.telematics.contract.TerminalApi;
import org.motorpool.telematics.contract.TerminalApi.RefusedTerminal;

/**
 * Terminals in scope as the gateway sees them now, and taps of what they say. A tap shows where a vehicle is, so it counts
 * as a look at its track: it needs a reason, and the audit trail notes it before it opens.
 */
@Singleton
public class TerminalLineService {

    private static final Logger LOG = Logger.getLogger(TerminalLineService.class);
    private static final Set<String> WHO_RUN_TERMINALS = Set.of("FLEET_OFFICER", "SUPERVISOR");

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final TerminalService terminals;
    private final AuditTrail audit;
    private final TokenIssuer tokens;
    private final TelematicsTerminals telematics;
    private final Clock clock;

    TerminalLineService(
            ScopedTransactions transactions,
            UnitService units,
            TerminalService terminals,
            AuditTrail audit,
            TokenIssuer tokens,
            @RestClient TelematicsTerminals telematics,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.terminals = terminals;
        this.audit = audit;
        this.tokens = tokens;
        this.telematics = telematics;
        this.clock = clock;
    }

    /** The terminal now; one outside the scope is unknown. Where it connects from is shown to who runs terminals only. */
    public Uni<TerminalApi.Session> session(Scope scope, String phone) {
        return noted(scope, phone, "terminal-read", "")
                .chain(number -> ask(telematics.session(authorization(), number)))
                .map(session -> runsTerminals(scope) ? session : withoutAddresses(session));
    }

    /**
     * Terminals that the gateway refused lately. One that is bound to no vehicle belongs to no unit, so only who sees every
     * unit sees it.
     */
    public Uni<TerminalApi.RefusedTerminals> refused(Scope scope) {
        return transactions
                .inTransaction(
                        scope,
                        session -> audit.note(session, scope, "refused-terminals-read", "terminals lately refused"))
                .chain(() -> ask(telematics.refused(authorization())))
                .chain(all -> inScope(scope, all.items()))
                .map(TerminalApi.RefusedTerminals::new);
    }

    /** Listens to the terminal for a while. */
    public Uni<TerminalApi.Tap> open(Scope scope, String phone, int seconds, String reason) {
        TerminalApi.NewTap tap = new TerminalApi.NewTap(seconds, scope.username());
        return transactions
                .inTransaction(scope, session -> terminals
                        .get(session, phone)
                        .call(terminal -> noteTap(session, scope, terminal, seconds, reason)))
                .chain(terminal -> ask(telematics.open(authorization(), number(terminal), tap)));
    }

    /** The open tap. */
    public Uni<TerminalApi.Tap> tap(Scope scope, String phone) {
        return inScope(scope, phone).chain(number -> ask(telematics.tap(authorization(), number)));
    }

    /** Frames of the tap that the caller opened. */
    public Uni<TerminalApi.Frames> frames(Scope scope, String phone, long cursor, int limit, boolean explain) {
        return inScope(scope, phone)
                .chain(number -> ask(telematics.frames(authorization(), number, cursor, limit, explain)))
                .invoke(frames -> requireOpener(scope, frames.tap()));
    }

    /** Ends the tap. */
    public Uni<Void> close(Scope scope, String phone) {
        return noted(scope, phone, "terminal-tap-ended", "")
                .chain(number -> ask(telematics.close(authorization(), number)));
    }

    private Uni<String> inScope(Scope scope, String phone) {
        return transactions
                .inTransaction(scope, session -> terminals.get(session, phone))
                .map(TerminalLineService::number);
    }

    private Uni<String> noted(Scope scope, String phone, String action, String detail) {
        return transactions
                .inTransaction(scope, session -> terminals
                        .get(session, phone)
                        .call(terminal -> audit.note(session, scope, action, subject(terminal) + detail)))
                .map(TerminalLineService::number);
    }

    /** Noted twice: as the opening with its reason, and as the look at the track that it is. */
    private Uni<Void> noteTap(Mutiny.Session session, Scope scope, BoundTerminal terminal, int seconds, String reason) {
        String opening = "%s, %d s: %s".formatted(subject(terminal), seconds, reason);
        String track = "vehicle %s, %s to %s, by tap"
                .formatted(
                        terminal.vehicle().id(),
                        clock.instant(),
                        clock.instant().plusSeconds(seconds));
        return audit.note(session, scope, "terminal-tap-opened", opening)
                .chain(() -> audit.note(session, scope, "track-read", track));
    }

    private Uni<List<RefusedTerminal>> inScope(Scope scope, List<RefusedTerminal> all) {
        return units.coversAll(scope)
                .chain(every -> every ? Uni.createFrom().item(all) : ofVehiclesInScope(scope, all));
    }

    private Uni<List<RefusedTerminal>> ofVehiclesInScope(Scope scope, List<RefusedTerminal> all) {
        List<String> phones =
                all.stream().map(RefusedTerminal::phone).distinct().toList();
        return transactions
                .inTransaction(scope, session -> terminals.listNumbers(session, scope, phones))
                .map(known -> all.stream()
                        .filter(refused -> known.contains(refused.phone()))
                        .toList());
    }

    private static void requireOpener(Scope scope, TerminalApi.Tap tap) {
        if (!tap.openedBy().equals(scope.username())) {
            throw Problem.forbidden(
                            "此监听由他人开启，仅开启者可读取报文",
                            "the tap was opened by somebody else; only who opened it reads its frames")
                    .asException();
        }
    }

    private static boolean runsTerminals(Scope scope) {
        return scope.roles().stream().anyMatch(WHO_RUN_TERMINALS::contains);
    }

    private static TerminalApi.Session withoutAddresses(TerminalApi.Session session) {
        TerminalApi.Connection connection = session.connection();
        return new TerminalApi.Session(
                session.phone(),
                session.online(),
                connection == null ? null : connection.withoutAddress(),
                session.lastSeenAt(),
                session.refused().stream().map(RefusedTerminal::withoutAddress).toList(),
                session.tap());
    }

    private static String subject(BoundTerminal terminal) {
        return "terminal %s of vehicle %s"
                .formatted(terminal.binding().phone(), terminal.vehicle().id());
    }

    private static String number(BoundTerminal terminal) {
        return terminal.binding().number();
    }

    private String authorization() {
        return "Bearer " + tokens.issueForService();
    }

    private static <T> Uni<T> ask(Uni<T> call) {
        return call.onFailure().transform(TerminalLineService::problem);
    }

    private static Throwable problem(Throwable failure) {
        int status = failure instanceof WebApplicationException refused
                ? refused.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 ->
                Problem.notFound("tap-unknown", "此终端没有开启的监听，或监听已结束", "no tap of this terminal is open")
                        .asException();
            case 409 ->
                Problem.conflict(
                                "tap-open",
                                "此终端已有他人开启的监听，请稍后再试",
                                "somebody else has a tap of this terminal open; try again later")
                        .asException();
            case 429 ->
                Problem.of(
                                429,
                                "taps-limited",
                                "监听过多 Too many taps",
                                "同时开启的监听已达上限，请稍后再试",
                                "too many taps are open at the same time; try again later",
                                null)
                        .asException();
            default -> unavailable(failure);
        };
    }

    private static ProblemException unavailable(Throwable failure) {
        LOG.warnf("no answer about a terminal from telematics: %s", failure.getMessage());
        return Problem.of(
                        503,
                        "telematics-unavailable",
                        "服务暂不可用 Service unavailable",
                        "终端服务暂不可用，请稍后重试",
                        "the terminal service is unavailable; try again later",
                        null)
                .asException();
    }
}
