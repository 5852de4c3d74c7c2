/**
 * What the codes of the standards mean, without a call: {@link
 * org.callcause.rules.rfc3261.catalogue.StatusCatalogue} for programs, {@link
 * org.callcause.rules.rfc3261.catalogue.StandardCodeBook} for who asks about SIP status codes, Q.850 causes and warning
 * codes by what a person types. Facts stand in tables, sentences in resource bundles, one for each language.
 */
@NullMarked
package org.callcause.rules.rfc3261.catalogue;

import org.jspecify.annotations.NullMarked;
