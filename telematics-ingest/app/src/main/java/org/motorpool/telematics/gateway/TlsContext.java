package org.motorpool.telematics.gateway;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** The gateway's side of TLS, from PEM files. */
final class TlsContext {

    private TlsContext() {}

    /** Fails with advice when a file is missing or unreadable. */
    static SslContext of(GatewayConfig.Tls config) {
        Path certificate = required(config.certificate(), "certificate");
        Path key = required(config.key(), "key");
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .protocols("TLSv1.3", "TLSv1.2");
            config.clientAuthorities()
                    .ifPresent(file -> builder.trustManager(file.toFile()).clientAuth(ClientAuth.REQUIRE));
            return builder.build();
        } catch (IllegalArgumentException | SSLException e) {
            throw new IllegalStateException("""
                    无法读取 TLS 证书或私钥（%1$s、%2$s）：应为 PEM 格式，私钥为未加密的 PKCS#8。
                    Cannot read the TLS certificate or key (%1$s, %2$s): both must be PEM, the key unencrypted PKCS#8.""".formatted(certificate, key), e);
        }
    }

    private static Path required(Optional<Path> file, String name) {
        return file.orElseThrow(() -> new IllegalStateException("""
                启用了 TLS 端口，但未设置 motorpool.telematics.gateway.tls.%1$s。
                The TLS port is set, but motorpool.telematics.gateway.tls.%1$s is not.""".formatted(name)));
    }
}
