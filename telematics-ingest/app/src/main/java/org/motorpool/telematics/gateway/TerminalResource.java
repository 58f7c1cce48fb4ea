package org.motorpool.telematics.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Explain;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.contract.TerminalApi;
import org.motorpool.telematics.contract.TerminalApi.ExplainedBytes;
import org.motorpool.telematics.contract.TerminalApi.Frame;
import org.motorpool.telematics.contract.TerminalApi.Frames;
import org.motorpool.telematics.contract.TerminalApi.NewTap;
import org.motorpool.telematics.contract.TerminalApi.RefusedTerminals;
import org.motorpool.telematics.contract.TerminalApi.Session;
import org.motorpool.telematics.gateway.tap.Heard;
import org.motorpool.telematics.gateway.tap.Tap;
import org.motorpool.telematics.gateway.tap.Taps.Opening;
import org.motorpool.telematics.json.MessageJson;

/** Terminals on their connections, and taps of them, for other services; who may see which is decided by them. */
@Path(TerminalApi.ROOT)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("SERVICE")
public class TerminalResource {

    private static final int PATIENCE_S = 5;

    private final Gateway gateway;
    private final ObjectMapper json;

    TerminalResource(Gateway gateway, ObjectMapper json) {
        this.gateway = gateway;
        this.json = json;
    }

    @GET
    @Path("refused")
    public RefusedTerminals refused() {
        return new RefusedTerminals(gateway.refusedTerminals().list());
    }

    @GET
    @Path("{phone}/session")
    public Session session(@RestPath String phone) throws SQLException {
        String number = number(phone);
        TerminalApi.@Nullable Connection connection = gateway.sessions()
                .findByPhone(number)
                .flatMap(TerminalResource::described)
                .orElse(null);
        return new Session(
                number,
                connection != null,
                connection,
                gateway.directory().findSeen(number).orElse(null),
                gateway.refusedTerminals().list(number),
                gateway.taps().find(number).map(Tap::view).orElse(null));
    }

    @POST
    @Path("{phone}/tap")
    public TerminalApi.Tap open(@RestPath String phone, @Nullable NewTap wanted) {
        if (wanted == null || wanted.seconds() < 1 || wanted.seconds() > TerminalApi.TAP_MAX_S) {
            throw new BadRequestException();
        }
        Opening opening = gateway.taps().open(number(phone), wanted.openedBy(), Duration.ofSeconds(wanted.seconds()));
        return switch (opening) {
            case Opening.Opened(Tap tap) -> tap.view();
            case Opening.Taken() -> throw new ClientErrorException(Status.CONFLICT);
            case Opening.TooMany() -> throw new ClientErrorException(Status.TOO_MANY_REQUESTS);
        };
    }

    @GET
    @Path("{phone}/tap")
    public TerminalApi.Tap tap(@RestPath String phone) {
        return get(phone).view();
    }

    @DELETE
    @Path("{phone}/tap")
    public void close(@RestPath String phone) {
        if (!gateway.taps().close(number(phone))) {
            throw new NotFoundException();
        }
    }

    @GET
    @Path("{phone}/frames")
    public Frames frames(
            @RestPath String phone,
            @QueryParam("cursor") long cursor,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("explain") boolean explain) {
        if (cursor < 0 || limit < 1 || limit > TerminalApi.TAP_FRAMES) {
            throw new BadRequestException();
        }
        Tap tap = get(phone);
        List<Heard> heard = tap.after(cursor, limit);
        long missed = heard.isEmpty() ? 0 : heard.getFirst().number() - cursor - 1;
        long next = heard.isEmpty() ? cursor : heard.getLast().number();
        List<Frame> frames = heard.stream().map(each -> frame(each, explain)).toList();
        return new Frames(tap.view(), frames, Long.toString(next), missed);
    }

    private Frame frame(Heard heard, boolean explain) {
        return new Frame(
                heard.number(),
                heard.at(),
                heard.direction().label(),
                heard.hex(),
                json.convertValue(MessageJson.frame(heard.hex(), FrameRules.LENIENT), new TypeReference<>() {}),
                explain ? explained(heard.hex()) : List.of());
    }

    private static List<ExplainedBytes> explained(String hex) {
        return Explain.frame(hex).stream()
                .map(line -> new ExplainedBytes(line.offset(), line.bytes(), line.field(), line.value()))
                .toList();
    }

    private Tap get(String phone) {
        return gateway.taps().find(number(phone)).orElseThrow(NotFoundException::new);
    }

    private static String number(String phone) {
        if (!Phones.valid(phone)) {
            throw new BadRequestException();
        }
        return Phones.plain(phone);
    }

    /** Empty when its event loop has ended, or has no time. */
    private static Optional<TerminalApi.Connection> described(Connection connection) {
        try {
            return Optional.of(connection.describe().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
