/** Documents in which a message is one of many values: JSON exports and packet dissections in XML. */
@NullMarked
package org.callcause.capture.text.document;

import org.jspecify.annotations.NullMarked;
