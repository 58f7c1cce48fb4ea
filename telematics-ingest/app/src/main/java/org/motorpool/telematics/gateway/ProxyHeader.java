package org.motorpool.telematics.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;

/** Keeps the terminal's address that a load balancer tells in its PROXY protocol header, version 1 or 2. */
final class ProxyHeader extends SimpleChannelInboundHandler<HAProxyMessage> {

    /** Where the terminal really is; absent when there is no load balancer. */
    static final AttributeKey<InetSocketAddress> SOURCE = AttributeKey.valueOf(ProxyHeader.class, "source");

    @Override
    protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
        // the balancer's own checks name no source
        if (header.sourceAddress() != null) {
            context.channel()
                    .attr(SOURCE)
                    .set(InetSocketAddress.createUnresolved(header.sourceAddress(), header.sourcePort()));
        }
        context.pipeline().remove(this);
    }
}
