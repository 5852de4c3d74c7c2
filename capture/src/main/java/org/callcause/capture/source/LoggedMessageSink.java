package org.callcause.capture.source;

import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** Takes messages out of logs, which may tell the direction where they do not tell the ends. */
public interface LoggedMessageSink extends RawMessageSink {

    /**
     * Takes one message.
     *
     * @param direction as the element saw it that wrote the log
     * @param nanos since 1970-01-01T00:00:00Z, or {@link #NO_TIME}
     */
    void message(Direction direction, long nanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes);

    /**
     * Says that a line behind the latest message begins with this time. Whether the log went on until then is to be judged:
     * a line may begin with another date than that of its writing.
     *
     * @param nanos since 1970-01-01T00:00:00Z
     */
    void lineAt(long nanos);
}
