package org.callcause.message;

/**
 * One format of a media stream.
 *
 * @param format the payload type number, or the format's name where the transport is not RTP
 * @param name the encoding, as {@code PCMA}; empty for a number that is neither mapped nor assigned by RFC 3551
 * @param clockRate in Hz; 0 where it is unknown
 */
public record Codec(String format, String name, int clockRate) {

    /** Reads the value of an rtpmap attribute: {@code 8 PCMA/8000/1}. */
    static Codec ofMapping(String value) {
        int blank = Lexical.endOfWord(value, 0);
        String encoding = value.substring(blank).trim();
        int slash = encoding.indexOf('/');
        if (slash < 0) {
            return new Codec(value.substring(0, blank), encoding, 0);
        }
        int second = encoding.indexOf('/', slash + 1);
        long rate = Lexical.number(encoding.substring(slash + 1, second < 0 ? encoding.length() : second)
                .trim());
        return new Codec(
                value.substring(0, blank),
                encoding.substring(0, slash),
                rate < 0 || rate > Integer.MAX_VALUE ? 0 : (int) rate);
    }

    /** What a payload type of RTP means where no description says so: the static ones of RFC 3551 section 6. */
    public static Codec ofPayloadType(int payloadType) {
        return ofFormat(String.valueOf(payloadType), true);
    }

    /** The meaning of a format without an rtpmap: the static payload types of RFC 3551 section 6. */
    static Codec ofFormat(String format, boolean rtp) {
        if (!rtp) {
            return new Codec(format, format, 0);
        }
        return switch (format) {
            case "0" -> new Codec(format, "PCMU", 8000);
            case "3" -> new Codec(format, "GSM", 8000);
            case "4" -> new Codec(format, "G723", 8000);
            case "5" -> new Codec(format, "DVI4", 8000);
            case "6" -> new Codec(format, "DVI4", 16000);
            case "7" -> new Codec(format, "LPC", 8000);
            case "8" -> new Codec(format, "PCMA", 8000);
            case "9" -> new Codec(format, "G722", 8000);
            case "10", "11" -> new Codec(format, "L16", 44100);
            case "12" -> new Codec(format, "QCELP", 8000);
            case "13" -> new Codec(format, "CN", 8000);
            case "14" -> new Codec(format, "MPA", 90000);
            case "15" -> new Codec(format, "G728", 8000);
            case "16" -> new Codec(format, "DVI4", 11025);
            case "17" -> new Codec(format, "DVI4", 22050);
            case "18" -> new Codec(format, "G729", 8000);
            case "25" -> new Codec(format, "CelB", 90000);
            case "26" -> new Codec(format, "JPEG", 90000);
            case "28" -> new Codec(format, "nv", 90000);
            case "31" -> new Codec(format, "H261", 90000);
            case "32" -> new Codec(format, "MPV", 90000);
            case "33" -> new Codec(format, "MP2T", 90000);
            case "34" -> new Codec(format, "H263", 90000);
            default -> new Codec(format, "", 0);
        };
    }
}
