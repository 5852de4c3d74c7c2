/** The callcause command: arguments, files and exit codes. */
@NullMarked
package org.callcause.cli;

import org.jspecify.annotations.NullMarked;
