package org.callcause.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The payload types of codecs: the static ones of RFC 3551, and usual dynamic ones. */
final class Codecs {

    private static final Map<String, String> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private static final int FIRST_UNKNOWN = 115;

    static {
        KNOWN.put("PCMU", "0 PCMU/8000");
        KNOWN.put("GSM", "3 GSM/8000");
        KNOWN.put("G723", "4 G723/8000");
        KNOWN.put("PCMA", "8 PCMA/8000");
        KNOWN.put("G722", "9 G722/8000");
        KNOWN.put("G728", "15 G728/8000");
        KNOWN.put("G729", "18 G729/8000");
        KNOWN.put("H261", "31 H261/90000");
        KNOWN.put("H263", "34 H263/90000");
        KNOWN.put("AMR", "96 AMR/8000");
        KNOWN.put("AMR-WB", "97 AMR-WB/16000");
        KNOWN.put("iLBC", "98 iLBC/8000");
        KNOWN.put("telephone-event", "101 telephone-event/8000");
        KNOWN.put("H264", "102 H264/90000");
        KNOWN.put("SILK", "103 SILK/16000");
        KNOWN.put("VP8", "104 VP8/90000");
        KNOWN.put("opus", "111 opus/48000/2");
    }

    private Codecs() {}

    /** The payload type, a space and the rtpmap encoding of each. */
    static List<String> mapped(List<String> names) {
        return names.stream()
                .map(name -> KNOWN.getOrDefault(name, FIRST_UNKNOWN + names.indexOf(name) + " " + name + "/8000"))
                .toList();
    }
}
