package org.motorpool.dispatch.bench.platform;

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
import java.util.List;
import java.util.UUID;

/** Bearer tokens, signed with the key of the installation. */
public final class Token {

    private static final long LIFETIME_s = 8 * 3600;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Token() {}

    /** Whose token it is, and of which unit. */
    public record Bearer(UUID accountId, String username, UUID unitId, String unitPath, List<String> roles) {
        public Bearer {
            roles = List.copyOf(roles);
        }
    }

    /** A token of eight hours. */
    public static String of(Path privateKey, Bearer bearer) throws IOException, GeneralSecurityException {
        long now_s = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"motorpool","sub":"%1$s","upn":"%2$s","name":"%2$s","unit_id":"%3$s","unit_path":"%4$s","groups":["%5$s"],\
                "iat":%6$d,"exp":%7$d,"jti":"bench"}""".formatted(
                        bearer.accountId(),
                        bearer.username(),
                        bearer.unitId(),
                        bearer.unitPath(),
                        String.join("\",\"", bearer.roles()),
                        now_s,
                        now_s + LIFETIME_s);
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
