package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameRules;

/** Between Netty and a {@link Connection}: bytes in, life cycle, time-outs. */
final class ConnectionHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger LOG = Logger.getLogger(ConnectionHandler.class);

    private final Gateway gateway;
    private final Connection connection;
    private final Stall stall;
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);

    ConnectionHandler(Gateway gateway, Connection connection, Stall stall) {
        this.gateway = gateway;
        this.connection = connection;
        this.stall = stall;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        gateway.metrics().opened();
        Runnable giveUp = () -> {
            if (!connection.authenticated()) {
                connection.close("not authenticated in time");
            }
        };
        long wait_ms = gateway.config().authenticationTimeout().toMillis();
        var unused = context.executor().schedule(giveUp, wait_ms, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        decoder.lend(bytes, gateway.now(), connection::receive);
    }

    /** The terminal stopped, or began again, to take what we send. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            stall.end();
            connection.resumeIfRoom();
        } else {
            stall.begin();
        }
    }

    /** While the gateway itself does not read, silence is not the terminal's fault. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && context.channel().config().isAutoRead()) {
            connection.close("idle");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gateway.metrics().closed();
        stall.end();
        connection.gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debugf(cause, "connection failed");
        var unused = context.close();
    }
}
