package org.callcause.message;

/** What the full readers make of the keys of a message; an empty text stands for what is absent. */
record SpelledOutKeys(String callId, String branch, String fromTag, String toTag) {}
