package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.FramePeek;

/**
 * Gives each terminal behind a UDP socket its conversation. Which one a datagram belongs to is told by the sender's
 * address and the phone number: a terminal whose address changes authenticates anew.
 */
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {

    private static final Logger LOG = Logger.getLogger(DatagramHandler.class);

    private final Gateway gateway;
    private final Map<Key, Conversation> conversations = new HashMap<>();

    DatagramHandler(Gateway gateway) {
        this.gateway = gateway;
    }

    private record Key(InetSocketAddress sender, String phone) {}

    private record Conversation(UdpLink link, Connection connection) {}

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf bytes = packet.content();
        String phone = FramePeek.phone(bytes);
        if (phone.isEmpty()) {
            gateway.metrics().dropped();
            return;
        }
        Key key = new Key(packet.sender(), phone);
        @Nullable Conversation conversation = conversations.get(key);
        if (conversation == null) {
            conversation = begin(context, key);
        }
        if (conversation != null && conversation.link().isReading()) {
            conversation.connection().receive(bytes);
        } else {
            gateway.metrics().dropped();
        }
    }

    /** Null when too many wait to authenticate: a sender's address is easily forged. */
    private @Nullable Conversation begin(ChannelHandlerContext context, Key key) {
        if (gateway.watch().crowded()) {
            return null;
        }
        UdpLink link = new UdpLink(context.channel(), key.sender(), () -> end(key));
        Conversation begun = new Conversation(link, new Connection(link, gateway));
        conversations.put(key, begun);
        return begun;
    }

    private void end(Key key) {
        Conversation ended = conversations.remove(key);
        if (ended != null) {
            ended.connection().gone();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        List.copyOf(conversations.keySet()).forEach(this::end);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debugf(cause, "a datagram failed");
    }
}
