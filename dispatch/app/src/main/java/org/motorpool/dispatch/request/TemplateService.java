package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestTemplateApi.FrequentPlace;
import org.motorpool.dispatch.contract.RequestTemplateApi.FromTemplate;
import org.motorpool.dispatch.contract.RequestTemplateApi.NewTemplate;
import org.motorpool.dispatch.contract.RequestTemplateApi.Template;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Templates;

/** What an account keeps for itself: templates 用车模板, each a request in one call, and frequent places 常用地点. */
@Singleton
public class TemplateService {

    private static final int LONGEST_NAME = 50;
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Problem TWICE =
            Problem.conflict("template-exists", "已有同名模板，请换一个名称", "a template of this name exists; choose another");

    private final ScopedTransactions transactions;
    private final Templates templates;
    private final Submission submission;
    private final IdempotencyKeys keys;
    private final Clock clock;

    TemplateService(
            ScopedTransactions transactions,
            Templates templates,
            Submission submission,
            IdempotencyKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.submission = submission;
        this.keys = keys;
        this.clock = clock;
    }

    /** The caller's templates, oldest first. */
    public Uni<List<Template>> list(Scope scope, UUID after, int limit) {
        return transactions.inTransaction(scope, session -> templates.list(session, scope, after, limit));
    }

    /** The caller's template; problem {@code template-unknown}. */
    public Uni<Template> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> find(session, scope, id));
    }

    /** Keep a draft; problem {@code template-exists} for a name used twice. */
    public Uni<Template> add(Scope scope, @Nullable NewTemplate wanted, @Nullable String key) {
        Template template = template(Ids.next(), wanted, 0);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(), key, List.of("template", wanted), template.id()),
                                () -> templates.add(session, scope, template).replaceWith(template),
                                id -> find(session, scope, id)))
                .onFailure()
                .transform(TemplateService::explain);
    }

    /** Replace a template. */
    public Uni<Template> change(Scope scope, RequestService.On on, @Nullable NewTemplate wanted) {
        Template template = template(on.id(), wanted, 0);
        return transactions
                .inTransaction(scope, session -> find(session, scope, on.id())
                        .invoke(on.match()::require)
                        .chain(() -> templates.change(session, template))
                        .chain(() -> find(session, scope, on.id())))
                .onFailure()
                .transform(TemplateService::explain);
    }

    public Uni<Void> remove(Scope scope, RequestService.On on) {
        return transactions.inTransaction(scope, session -> find(session, scope, on.id())
                .invoke(on.match()::require)
                .chain(() -> templates.remove(session, on.id())));
    }

    /** Submit what the template holds, at this time. */
    public Uni<UseRequest> submit(Scope scope, RequestService.On on, @Nullable FromTemplate wanted) {
        FromTemplate given = Fields.required("departAt", wanted);
        Fields.required("departAt", given.departAt());
        Fields.required("returnAt", given.returnAt());
        return get(scope, on.id())
                .chain(template -> submission.submit(scope, filled(template.draft(), given), on.key()));
    }

    private static NewRequest filled(NewRequest draft, FromTemplate given) {
        NewRequest moved = Shifted.to(draft, given.departAt(), given.returnAt());
        return new NewRequest(
                moved.unitId(),
                Objects.requireNonNullElse(given.purpose(), moved.purpose()),
                moved.category(),
                Objects.requireNonNullElse(given.passengers(), moved.passengers()),
                moved.pickup(),
                moved.dropoff(),
                moved.departAt(),
                moved.returnAt(),
                moved.hostRegionCode(),
                moved.purposeClass(),
                moved.people(),
                moved.contact(),
                moved.itinerary(),
                given.justification() == null ? moved.justification() : given.justification(),
                moved.emergency(),
                moved.emergencyReason(),
                moved.pooling());
    }

    /** Kept places, and those gone to in the last 90 days. */
    public Uni<List<FrequentPlace>> listPlaces(Scope scope, int limit) {
        return transactions.inTransaction(
                scope,
                session -> templates.listPlaces(session, scope, clock.instant().minus(REMEMBERED), limit));
    }

    /** Keep a place; the same name again moves it. */
    public Uni<FrequentPlace> keep(Scope scope, @Nullable Place wanted) {
        Place place = Fields.required("name", wanted);
        NewRequestRules.place(place, "place").ifPresent(problem -> {
            throw problem.asException();
        });
        return transactions.inTransaction(scope, session -> templates
                .keep(session, scope, Ids.next(), place)
                .map(id -> new FrequentPlace(id, place, 0)));
    }

    public Uni<Void> forget(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> templates
                .forget(session, scope, id)
                .invoke(there -> {
                    if (!there) {
                        throw Problem.notFound(
                                        "place-unknown",
                                        "常用地点 %s 不存在".formatted(id),
                                        "frequent place %s does not exist".formatted(id))
                                .asException();
                    }
                })
                .replaceWithVoid());
    }

    private static Template template(UUID id, @Nullable NewTemplate wanted, long version) {
        NewTemplate given = Fields.required("name", wanted);
        String name = Fields.text("name", given.name(), LONGEST_NAME);
        return new Template(id, name, Fields.required("draft", given.draft()), version);
    }

    private Uni<Template> find(Mutiny.Session session, Scope scope, UUID id) {
        return templates
                .lock(session, scope, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "template-unknown",
                                "用车模板 %s 不存在".formatted(id),
                                "template %s does not exist".formatted(id))
                        .asException()));
    }

    private static Throwable explain(Throwable failure) {
        return Constraints.explain(failure, Map.of("request_template_name", TWICE));
    }
}
