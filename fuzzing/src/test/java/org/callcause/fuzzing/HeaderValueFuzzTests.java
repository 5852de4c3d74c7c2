package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.message.NameAddress;
import org.callcause.message.Parameters;
import org.callcause.message.Reason;
import org.callcause.message.RetryAfter;
import org.callcause.message.SessionExpires;
import org.callcause.message.SipUri;
import org.callcause.message.Via;
import org.callcause.message.Warning;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as the value of any header. */
class HeaderValueFuzzTests {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "\"Bob, B.\" <sip:bob@192.0.2.4:5061;transport=tls?Subject=a%20b>;tag=1;x=\"a;b\"",
                        "SIP/2.0/TLS [2001:db8::9]:5061;branch=z9hG4bK1;received=192.0.2.1;rport=5061",
                        "Q.850;cause=16;text=\"Terminated, (normal)\"",
                        "120 (I'm in a meeting (really));duration=3600",
                        "307 isi.edu \"Session parameter 'foo' not understood\"",
                        "1800;refresher=uac",
                        "tel:+1-201-555-0123;phone-context=example.com")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "\\x22",
        "\\x5C\\x22",
        "<sip:",
        ">",
        ";",
        "=",
        ",",
        "(",
        ")",
        "[",
        "]",
        "@",
        "?",
        "%",
        "SIP/2.0/UDP "
    })
    @FuzzTest
    void anyTextIsAValueOfEveryHeader(byte[] bytes) {
        String value = new String(bytes, StandardCharsets.UTF_8);
        List<Object> values = List.of(
                NameAddress.parse(value),
                SipUri.parse(value),
                Via.parse(value),
                Reason.parse(value),
                Warning.parse(value),
                RetryAfter.parse(value),
                SessionExpires.parse(value),
                Parameters.parse(value));

        assertThat(Everything.of(values)).isNotEmpty();
        assertThat(value).contains(SipUri.parse(value).raw());
    }
}
