/** Works out between which ends a message went where its source does not tell. */
@NullMarked
package org.callcause.capture.path;

import org.jspecify.annotations.NullMarked;
