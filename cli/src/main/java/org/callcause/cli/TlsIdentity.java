package org.callcause.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who we are towards those that send over TLS.
 *
 * @param context ready to accept with
 */
record TlsIdentity(SSLContext context) {

    /** Reads a key store; the JDK tells its format by the content. */
    static TlsIdentity of(Path file, Optional<String> password) {
        char[] secret = password.map(String::toCharArray).orElseGet(() -> new char[0]);
        try (InputStream input = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(input, secret);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, secret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new TlsIdentity(context);
        } catch (IOException | GeneralSecurityException unusable) {
            throw CommandException.badInput("--tls-keystore " + file + ": " + OneLine.of(unusable));
        }
    }
}
