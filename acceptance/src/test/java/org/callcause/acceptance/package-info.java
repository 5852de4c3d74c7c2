/** Tests across the modules: the arrows of the architecture, discovery, real captures, a stranger's rule module. */
@NullMarked
package org.callcause.acceptance;

import org.jspecify.annotations.NullMarked;
