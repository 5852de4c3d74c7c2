package org.callcause.jainsip;

import gov.nist.core.LogLevels;
import gov.nist.core.StackLogger;
import java.util.Properties;

/**
 * Opens the gate that stands before every use of a server logger: the stack asks its own logger for the level INFO and
 * with the usual one hears no. This one says yes to that question alone, and keeps the text that follows from the log
 * unless it was wanted.
 */
final class MessageGate implements StackLogger {

    private final StackLogger inner;

    MessageGate(StackLogger inner) {
        this.inner = inner;
    }

    /** Whether messages would have been logged without us. */
    boolean wasOpen() {
        return inner.isLoggingEnabled(LogLevels.TRACE_MESSAGES);
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level == LogLevels.TRACE_MESSAGES || inner.isLoggingEnabled(level);
    }

    @Override
    public void logInfo(String text) {
        if (wasOpen()) {
            inner.logInfo(text);
        }
    }

    @Override
    public boolean isLoggingEnabled() {
        return inner.isLoggingEnabled();
    }

    @Override
    public void logStackTrace() {
        inner.logStackTrace();
    }

    @Override
    public void logStackTrace(int level) {
        inner.logStackTrace(level);
    }

    @Override
    public int getLineCount() {
        return inner.getLineCount();
    }

    @Override
    public void logException(Throwable thrown) {
        inner.logException(thrown);
    }

    @Override
    public void logDebug(String text) {
        inner.logDebug(text);
    }

    @Override
    public void logDebug(String text, Exception thrown) {
        inner.logDebug(text, thrown);
    }

    @Override
    public void logTrace(String text) {
        inner.logTrace(text);
    }

    @Override
    public void logFatalError(String text) {
        inner.logFatalError(text);
    }

    @Override
    public void logError(String text) {
        inner.logError(text);
    }

    @Override
    public void logError(String text, Exception thrown) {
        inner.logError(text, thrown);
    }

    @Override
    public void logWarning(String text) {
        inner.logWarning(text);
    }

    @Override
    public void disableLogging() {
        inner.disableLogging();
    }

    @Override
    public void enableLogging() {
        inner.enableLogging();
    }

    @Override
    public void setBuildTimeStamp(String stamp) {
        inner.setBuildTimeStamp(stamp);
    }

    @Override
    public void setStackProperties(Properties properties) {
        inner.setStackProperties(properties);
    }

    @Override
    public String getLoggerName() {
        return inner.getLoggerName();
    }
}
