package org.motorpool.telematics.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/** What each accepted connection runs through: the header of a load balancer, encryption, the conversation. */
final class TcpPipeline extends ChannelInitializer<Channel> {

    private final Gateway gateway;
    private final boolean balanced;
    private final @Nullable SslContext tls;

    /** @param balanced whether every connection begins with a PROXY protocol header */
    TcpPipeline(Gateway gateway, boolean balanced, @Nullable SslContext tls) {
        this.gateway = gateway;
        this.balanced = balanced;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (balanced) {
            channel.pipeline().addLast(new HAProxyMessageDecoder(), new ProxyHeader());
        }
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
        }
        channel.pipeline()
                .addLast(new ConnectionHandler(
                        new Connection(new TcpLink(channel, tls == null ? Carrier.TCP : Carrier.TLS), gateway)));
    }
}
