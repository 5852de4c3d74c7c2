/** What another parser, jain-sip-ri's, makes of the same messages, and where and why the two readings differ. */
@NullMarked
package org.callcause.acceptance.secondopinion;

import org.jspecify.annotations.NullMarked;
