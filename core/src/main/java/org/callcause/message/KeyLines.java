package org.callcause.message;

/** The first line of each header that holds a key, -1 where there is none. */
record KeyLines(int callId, int cseq, int via, int from, int to) {}
