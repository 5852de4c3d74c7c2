package org.callcause.report;

import java.io.IOException;
import org.callcause.CallReport;

/**
 * Writes one report of one analysis. Calls are given as they are finished, in any order; what is kept of each is its
 * rendering, so that the calls themselves can go. Not safe for use by several threads.
 */
public interface ReportWriter {

    /** Takes a call that the report shows. */
    void add(CallReport report);

    /** Takes a call that the report only counts. */
    void skip(CallReport report);

    /**
     * Writes the report, the calls in the order of their first message. To be called once.
     *
     * @throws IOException if the output cannot be written
     */
    void finish(AnalysisSummary summary) throws IOException;
}
