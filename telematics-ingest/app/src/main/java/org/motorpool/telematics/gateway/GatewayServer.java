package org.motorpool.telematics.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.command.CommandQueue;

/** Listens for terminals while the application runs. */
@Singleton
public class GatewayServer {

    private static final Logger LOG = Logger.getLogger(GatewayServer.class);
    private static final int SHUTDOWN_PRIORITY = 1000;
    private static final int BACKLOG = 1024;
    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    /** In bytes, between netty and the socket. */
    private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

    private final Gateway gateway;
    private final Sessions sessions;
    private final CommandQueue commands;
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel server;

    GatewayServer(Gateway gateway, Sessions sessions, CommandQueue commands) {
        this.gateway = gateway;
        this.sessions = sessions;
        this.commands = commands;
    }

    /** Whether terminals can connect. */
    public boolean listening() {
        return server != null && server.isActive();
    }

    /** The TCP port that terminals connect to. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("the gateway is not started");
        }
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    void start(@Observes StartupEvent event) throws SQLException, InterruptedException {
        gateway.directory().load();
        commands.start();
        GatewayConfig config = gateway.config();
        EventLoopGroup group = new NioEventLoopGroup(config.threads(), new DefaultThreadFactory("jt808", true));
        loops = group;
        server = bind(group, config);
        LOG.infof("JT/T 808 terminals may connect to port %d", port());
    }

    private Channel bind(EventLoopGroup group, GatewayConfig config) throws InterruptedException {
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                // answers are small: a terminal that does not read may not keep megabytes of them waiting
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
                // small reads: what was read is processed even when reading stops
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 1024, 8192))
                .childHandler(new Pipeline())
                .bind(config.host(), config.port())
                .await();
        if (!bound.isSuccess()) {
            group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
            throw new IllegalStateException(advice(config), bound.cause());
        }
        return bound.channel();
    }

    private static String advice(GatewayConfig config) {
        return """
                无法监听 %1$s:%2$d。端口可能已被占用:请停止占用者,或设置 MOTORPOOL_JT808_PORT。
                Cannot listen on %1$s:%2$d. Maybe the port is taken: stop who has it, or set MOTORPOOL_JT808_PORT.""".formatted(config.host(), config.port());
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        if (server != null) {
            server.close().awaitUninterruptibly();
        }
        sessions.list().forEach(connection -> connection.end("the gateway stops"));
        if (loops != null) {
            loops.shutdownGracefully(100, 3000, TimeUnit.MILLISECONDS).awaitUninterruptibly();
        }
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            long idle_ms = gateway.config().idleTimeout().toMillis();
            Connection connection = new Connection(channel, gateway, sessions, commands);
            channel.pipeline()
                    .addLast(new IdleStateHandler(idle_ms, 0, 0, TimeUnit.MILLISECONDS))
                    .addLast(new ConnectionHandler(gateway, connection, new Stall(channel, gateway)));
        }
    }
}
