/**
 * The local platform's OpenID Connect issuer, at {@code <entry point>/auth}: Spring Authorization
 * Server with the accounts of the demonstration organization. Real in protocol and signatures, so
 * that pages and services are used as they are elsewhere; a toy in its accounts, whose one password
 * is public.
 */
@NullMarked
package org.peercoaching.local.issuer;

import org.jspecify.annotations.NullMarked;
