package org.motorpool.telematics.gateway;

import io.netty.bootstrap.AbstractBootstrap;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.ssl.SslContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens for terminals while the application runs: TCP always, TLS and UDP when they are configured. */
@Singleton
public class GatewayServer {

    private static final Logger LOG = Logger.getLogger(GatewayServer.class);
    private static final int SHUTDOWN_PRIORITY = 1000;
    private static final int BACKLOG = 4096;
    private static final int ACCEPTS_PER_CALL = 256;
    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    /** Datagrams that arrive while the loop is busy wait here, or are lost. */
    private static final int DATAGRAM_BUFFER_BYTES = 8 << 20;
    /** The longest frame of the standard with every byte escaped. */
    private static final int DATAGRAM_BYTES = 2094;

    private static final int DATAGRAMS_PER_CALL = 32;
    /** In bytes, between netty and the socket. */
    private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

    private final Gateway gateway;
    private final List<Channel> listeners = new ArrayList<>();
    private @Nullable Transport transport;
    private @Nullable Channel tcp;
    private @Nullable Channel tls;

    GatewayServer(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Whether terminals can connect. */
    public boolean listening() {
        return !listeners.isEmpty() && listeners.stream().allMatch(Channel::isActive);
    }

    /** The port that terminals connect to. */
    public int port() {
        return port(tcp);
    }

    /** The port for terminals that encrypt; only when TLS is configured. */
    int tlsPort() {
        return port(tls);
    }

    private static int port(@Nullable Channel listener) {
        if (listener == null) {
            throw new IllegalStateException("the gateway does not listen there");
        }
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    void start(@Observes StartupEvent event) throws SQLException, InterruptedException {
        gateway.directory().load();
        gateway.commands().start();
        GatewayConfig config = gateway.config();
        int threads =
                config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
        Transport opened = Transport.open(threads);
        transport = opened;
        tcp = listen(tcp(opened, null), config.port());
        if (config.tls().port().isPresent()) {
            tls = listen(
                    tcp(opened, TlsContext.of(config.tls())),
                    config.tls().port().getAsInt());
            LOG.infof("JT/T 808 terminals may connect with TLS to port %d", tlsPort());
        }
        if (config.udp()) {
            for (int i = 0; i < (opened.sharesPort() ? threads : 1); i++) {
                listen(udp(opened), port());
            }
        }
        LOG.infof("JT/T 808 terminals may connect to port %d (%s)", port(), config.udp() ? "TCP, UDP" : "TCP");
    }

    private ServerBootstrap tcp(Transport with, @Nullable SslContext encryption) {
        return new ServerBootstrap()
                .group(with.acceptor(), with.loops())
                .channel(with.server())
                .option(ChannelOption.MAX_MESSAGES_PER_READ, ACCEPTS_PER_CALL)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                // answers are small: a terminal that does not read may not keep megabytes of them waiting
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
                // small reads: what was read is processed even when reading stops
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 1024, 8192))
                .childHandler(new TcpPipeline(gateway, gateway.config().proxyProtocol(), encryption));
    }

    private Bootstrap udp(Transport with) {
        Bootstrap bootstrap = new Bootstrap()
                .group(with.loops())
                .channel(with.datagram())
                .option(ChannelOption.SO_RCVBUF, DATAGRAM_BUFFER_BYTES)
                .option(ChannelOption.SO_SNDBUF, DATAGRAM_BUFFER_BYTES)
                .option(
                        ChannelOption.RCVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(DATAGRAM_BYTES * DATAGRAMS_PER_CALL))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new DatagramHandler(gateway));
                    }
                });
        return with.sharesPort()
                ? bootstrap
                        .option(EpollChannelOption.SO_REUSEPORT, true)
                        .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_BYTES)
                : bootstrap;
    }

    private Channel listen(AbstractBootstrap<?, ?> bootstrap, int port) throws InterruptedException {
        String host = gateway.config().host();
        var bound = bootstrap.bind(host, port).await();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalStateException(advice(host, port), bound.cause());
        }
        listeners.add(bound.channel());
        return bound.channel();
    }

    private static String advice(String host, int port) {
        return """
                无法监听 %1$s:%2$d。端口可能已被占用：请停止占用者，或设置 MOTORPOOL_JT808_PORT。
                Cannot listen on %1$s:%2$d. Maybe the port is taken: stop who has it, or set MOTORPOOL_JT808_PORT.""".formatted(host, port);
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        gateway.sessions().list().forEach(connection -> connection.end("the gateway stops"));
        close();
    }

    private void close() {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly());
        if (transport != null) {
            transport.close();
        }
    }
}
