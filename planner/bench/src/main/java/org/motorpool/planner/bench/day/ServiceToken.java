package org.motorpool.planner.bench.day;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A bearer token as dispatch signs it for its calls to other services. */
final class ServiceToken {

    private static final long LIFETIME_S = 8 * 3600;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private ServiceToken() {}

    static String of(Path privateKey) throws IOException, GeneralSecurityException {
        long now_s = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"motorpool","sub":"bench","upn":"dispatch","groups":["SERVICE"],"iat":%d,"exp":%d,"jti":"bench"}""".formatted(now_s, now_s + LIFETIME_S);
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        return signed + "." + URL.encodeToString(sign(privateKey, signed));
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sign(Path privateKey, String text) throws IOException, GeneralSecurityException {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }
}
